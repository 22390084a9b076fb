// Reads and makes proofs about an audit log with golang.org/x/mod/sumdb, an implementation of its own.
//
//	tlog check LOG CHECKPOINT PROOF OLD-CHECKPOINT CONSISTENCY VKEY    says whether moniker's are good
//	tlog make LOG SECRET-KEY NAME INDEX OLD PROOF CONSISTENCY          makes both, for moniker to verify
package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "tlog:", err)
		os.Exit(1)
	}
}

func read(file string) string {
	data, err := os.ReadFile(file)
	must(err)
	return string(data)
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	must(err)
	return n
}

func hashes(lines []string) (all []tlog.Hash) {
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		must(err)
		all = append(all, hash)
	}
	return all
}

func head(text, vkey string) tlog.Tree {
	verifier, err := note.NewVerifier(vkey)
	must(err)
	opened, err := note.Open([]byte(text), note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		must(fmt.Errorf("the head is of %q", lines[0]))
	}
	return tlog.Tree{N: number(lines[1]), Hash: hashes(lines[2:3])[0]}
}

func check(log, checkpoint, proof, old, consistency, vkey string) {
	now, before := head(checkpoint, vkey), head(old, vkey)
	records := strings.Split(strings.TrimSuffix(log, "\n"), "\n")
	if got := treeOf(records[:now.N]); got.Hash != now.Hash {
		must(fmt.Errorf("another root"))
	}
	front, _, _ := strings.Cut(proof, "\n\n")
	lines := strings.Split(front, "\n")
	record, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	must(err)
	index := number(strings.TrimPrefix(lines[2], "index "))
	if string(record) != records[index] {
		must(fmt.Errorf("another record"))
	}
	must(tlog.CheckRecord(hashes(lines[3:]), now.N, now.Hash, index, tlog.RecordHash(record)))
	front, _, _ = strings.Cut(consistency, "\n\n")
	lines = strings.Split(front, "\n")
	if lines[0] != fmt.Sprint("old ", before.N) {
		must(fmt.Errorf("another old size"))
	}
	must(tlog.CheckTree(hashes(lines[1:]), now.N, now.Hash, before.N, before.Hash))
	fmt.Println("good")
}

type store []tlog.Hash

func (s store) ReadHashes(indexes []int64) (all []tlog.Hash, err error) {
	for _, i := range indexes {
		all = append(all, s[i])
	}
	return all, nil
}

func storeOf(records []string) (all store) {
	for i, record := range records {
		more, err := tlog.StoredHashes(int64(i), []byte(record), all)
		must(err)
		all = append(all, more...)
	}
	return all
}

func treeOf(records []string) tlog.Tree {
	hash, err := tlog.TreeHash(int64(len(records)), storeOf(records))
	must(err)
	return tlog.Tree{N: int64(len(records)), Hash: hash}
}

type signer struct {
	name string
	key  ed25519.PrivateKey
}

func (s signer) Name() string { return s.name }
func (s signer) KeyHash() uint32 {
	vkey, err := note.NewEd25519VerifierKey(s.name, s.key.Public().(ed25519.PublicKey))
	must(err)
	verifier, err := note.NewVerifier(vkey)
	must(err)
	return verifier.KeyHash()
}
func (s signer) Sign(text []byte) ([]byte, error) { return ed25519.Sign(s.key, text), nil }

func signed(tree tlog.Tree, by signer) string {
	text, err := note.Sign(&note.Note{Text: fmt.Sprintf("%s\n%d\n%v\n", by.name, tree.N, tree.Hash)}, by)
	must(err)
	return string(text)
}

func lines(all []tlog.Hash) string {
	var out bytes.Buffer
	for _, hash := range all {
		fmt.Fprintln(&out, hash)
	}
	return out.String()
}

func make_(log, secret, name string, index, old int64, proofFile, consistencyFile string) {
	raw, err := base64.StdEncoding.DecodeString(strings.Split(secret, "\n")[1])
	must(err)
	by := signer{name, ed25519.PrivateKey(raw[62:126])}
	records := strings.Split(strings.TrimSuffix(log, "\n"), "\n")
	all, now := storeOf(records), treeOf(records)
	proof, err := tlog.ProveRecord(now.N, index, all)
	must(err)
	text := fmt.Sprintf("c2sp.org/tlog-proof@v1\nextra %s\nindex %d\n%s\n%s",
		base64.StdEncoding.EncodeToString([]byte(records[index])), index, lines(proof), signed(now, by))
	must(os.WriteFile(proofFile, []byte(text), 0o600))
	tree, err := tlog.ProveTree(now.N, old, all)
	must(err)
	text = fmt.Sprintf("old %d\n%s\n%s\n%s", old, lines(tree), signed(now, by), signed(treeOf(records[:old]), by))
	must(os.WriteFile(consistencyFile, []byte(text), 0o600))
}

func main() {
	a := os.Args[1:]
	switch {
	case len(a) == 7 && a[0] == "check":
		check(read(a[1]), read(a[2]), read(a[3]), read(a[4]), read(a[5]), strings.TrimSpace(a[6]))
	case len(a) == 8 && a[0] == "make":
		make_(read(a[1]), read(a[2]), a[3], number(a[4]), number(a[5]), a[6], a[7])
	default:
		must(fmt.Errorf("see the head of main.go"))
	}
}
