// Which system calls are refused (seccomp_rule_add(3)). The list names what this program and Poppler never do and what
// a broken reader would be made to do: reach the network, look into or change another process, hold keys of the kernel,
// change what is mounted, or get round the filter itself (io_uring, another architecture). It is no list of what is
// allowed: libraries come to use new calls, and a study must not fail for that. Refused calls give EPERM and go on.
#include "sandbox/call_filter.hpp"

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>

#include <cerrno>
#include <memory>

namespace moniker::sandbox {
namespace {

constexpr int of_other_processes[] = {
#if !defined(__SANITIZE_ADDRESS__)  // whose search for leaks traces itself
    SCMP_SYS(ptrace),
#endif
    SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(process_madvise),
    SCMP_SYS(pidfd_getfd),      SCMP_SYS(pidfd_open),        SCMP_SYS(kcmp),
    SCMP_SYS(perf_event_open),  SCMP_SYS(migrate_pages),     SCMP_SYS(move_pages),
    SCMP_SYS(userfaultfd)};
constexpr int of_the_machine[] = {SCMP_SYS(add_key),
                                  SCMP_SYS(request_key),
                                  SCMP_SYS(keyctl),
                                  SCMP_SYS(bpf),
                                  SCMP_SYS(mount),
                                  SCMP_SYS(umount2),
                                  SCMP_SYS(pivot_root),
                                  SCMP_SYS(chroot),
                                  SCMP_SYS(move_mount),
                                  SCMP_SYS(open_tree),
                                  SCMP_SYS(fsopen),
                                  SCMP_SYS(fsconfig),
                                  SCMP_SYS(fsmount),
                                  SCMP_SYS(fspick),
                                  SCMP_SYS(mount_setattr),
                                  SCMP_SYS(setns),
                                  SCMP_SYS(unshare),
                                  SCMP_SYS(kexec_load),
                                  SCMP_SYS(kexec_file_load),
                                  SCMP_SYS(init_module),
                                  SCMP_SYS(finit_module),
                                  SCMP_SYS(delete_module),
                                  SCMP_SYS(reboot),
                                  SCMP_SYS(swapon),
                                  SCMP_SYS(swapoff),
                                  SCMP_SYS(acct),
                                  SCMP_SYS(quotactl),
                                  SCMP_SYS(syslog),
                                  SCMP_SYS(sethostname),
                                  SCMP_SYS(setdomainname),
                                  SCMP_SYS(settimeofday),
                                  SCMP_SYS(clock_settime),
                                  SCMP_SYS(clock_adjtime),
                                  SCMP_SYS(adjtimex),
                                  SCMP_SYS(iopl),
                                  SCMP_SYS(ioperm),
                                  SCMP_SYS(modify_ldt),
                                  SCMP_SYS(open_by_handle_at),
                                  SCMP_SYS(fanotify_init),
                                  SCMP_SYS(mknod),
                                  SCMP_SYS(mknodat)};
constexpr int round_the_filter[] = {SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter), SCMP_SYS(io_uring_register)};
/// Of the network, whoever listens too: nobody is called, and no datagram is sent.
constexpr int of_the_network[] = {SCMP_SYS(connect), SCMP_SYS(socketpair), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg)};
constexpr int of_listening[] = {SCMP_SYS(socket),  SCMP_SYS(bind),        SCMP_SYS(listen),      SCMP_SYS(accept),
                                SCMP_SYS(accept4), SCMP_SYS(getsockname), SCMP_SYS(getpeername), SCMP_SYS(sendto)};
constexpr int of_starting[] = {SCMP_SYS(execve)};

class Filter {
 public:
  Filter() : context_(::seccomp_init(SCMP_ACT_ALLOW), ::seccomp_release) {
    good_ =
        context_ != nullptr && ::seccomp_attr_set(context_.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0;
  }
  template <std::size_t N>
  void refuse(const int (&calls)[N]) {
    for (const int call : calls) refuse(call, 0, {});
  }
  /// Where an argument says more than the call alone.
  void refuse_where(int call, scmp_arg_cmp argument) { refuse(call, 1, argument); }
  bool hold() {
    // What cannot be loaded holds nothing; no_new_privs is its condition, and libseccomp sets it.
    return good_ && ::seccomp_load(context_.get()) == 0;
  }

 private:
  void refuse(int call, unsigned count, scmp_arg_cmp argument) {
    if (!good_ || call == __NR_SCMP_ERROR) return;
    const int added =
        ::seccomp_rule_add_array(context_.get(), SCMP_ACT_ERRNO(EPERM), call, count, count > 0 ? &argument : nullptr);
    good_ = added == 0 || added == -EDOM || added == -EINVAL;  // a call that this architecture has not
  }

  std::unique_ptr<void, void (*)(scmp_filter_ctx)> context_;
  bool good_ = false;
};

scmp_arg_cmp argument(unsigned number, scmp_compare how, scmp_datum_t with, scmp_datum_t masked = 0) {
  return {.arg = number, .op = how, .datum_a = with, .datum_b = masked};
}

/// A socket of the internet, of a stream, and an answer to whoever called: an address is only given to call somebody.
void refuse_all_but_listening(Filter& filter) {
  constexpr scmp_datum_t types = 0xF;
  filter.refuse_where(SCMP_SYS(socket), argument(0, SCMP_CMP_NE, AF_INET));
  filter.refuse_where(SCMP_SYS(socket), argument(1, SCMP_CMP_MASKED_EQ, types, SOCK_DGRAM));
  filter.refuse_where(SCMP_SYS(socket), argument(1, SCMP_CMP_MASKED_EQ, types, SOCK_RAW));
  filter.refuse_where(SCMP_SYS(sendto), argument(4, SCMP_CMP_NE, 0));
  filter.refuse_where(SCMP_SYS(sendto), argument(3, SCMP_CMP_MASKED_EQ, MSG_FASTOPEN, MSG_FASTOPEN));
}

}  // namespace

bool can_filter_calls() noexcept {
  // With no filter given, a kernel that has filters says that the pointer is bad.
  return ::prctl(PR_SET_SECCOMP, 2, nullptr, 0, 0) != 0 && errno == EFAULT;
}

bool restrict_calls(const Confines& confines) noexcept {
  Filter filter;
  filter.refuse(of_other_processes);
  filter.refuse(of_the_machine);
  filter.refuse(round_the_filter);
  filter.refuse(of_the_network);
  filter.refuse({SCMP_SYS(execveat)});
  if (confines.programs.empty()) filter.refuse(of_starting);
  if (confines.listens)
    refuse_all_but_listening(filter);
  else
    filter.refuse(of_listening);
  return filter.hold();
}

}  // namespace moniker::sandbox
