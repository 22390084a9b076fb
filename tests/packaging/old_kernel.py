#!/usr/bin/env python3
"""Runs a command as Linux 4.18 would: without the system calls that came later.

    old_kernel.py COMMAND...

On x86-64 every call that Linux 5.0 or later brought has a number of 424 or more (pidfd, io_uring, clone3, close_range, openat2,
faccessat2, Landlock ...). A filter answers those as an old kernel does: ENOSYS. What else changed since cannot be tried so.
"""
import ctypes
import os
import struct
import sys

first_of_later, enosys, x86_64 = 424, 38, 0xC000003E
load, equal, at_least, give = 0x20, 0x15, 0x35, 0x06   # of classic BPF: ld abs, jeq, jge, ret
allow, refuse = 0x7FFF0000, 0x00050000 | enosys        # SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO


def filter_program():
    steps = [(load, 0, 0, 4), (equal, 0, 3, x86_64), (load, 0, 0, 0), (at_least, 0, 1, first_of_later), (give, 0, 0, refuse),
             (give, 0, 0, allow)]
    return b"".join(struct.pack("HBBI", *step) for step in steps), len(steps)


def main():
    libc = ctypes.CDLL(None, use_errno=True)
    code, count = filter_program()
    buffer = ctypes.create_string_buffer(code)
    program = struct.pack("HxxxxxxQ", count, ctypes.addressof(buffer))
    no_new_privs, seccomp, with_filter = 38, 22, 2
    if libc.prctl(no_new_privs, 1, 0, 0, 0) or libc.prctl(seccomp, with_filter, program, 0, 0):
        sys.exit(f"old_kernel.py: the filter cannot be set: {os.strerror(ctypes.get_errno())}")
    landlock_create_ruleset = 444
    if libc.syscall(landlock_create_ruleset, None, 0, 1) != -1 or ctypes.get_errno() != enosys:
        sys.exit("old_kernel.py: the filter does not hold")
    os.execvp(sys.argv[1], sys.argv[1:])


if __name__ == "__main__":
    main()
