// Checks a whole log with the code of Go's checksum database: the signature, every entry, every tile
// and the root, and on demand an entry and an older checkpoint. The first bad place is named.
// Debian packages golang-go and golang-golang-x-mod-dev, no network but that of the log:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go [-index N] [-older FILE] URL-OR-FOLDER VKEY
package main

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type node struct {
	height int
	hash   tlog.Hash
}

var (
	place string
	edge  []node    // complete subtrees that wait for a brother, from the left
	tiles [8][]byte // of each level the tile that is being filled
	full  [8]int64  // and how many of that level were
)

func main() {
	index := flag.Int64("index", -1, "prove this entry")
	older := flag.String("older", "", "prove that the log extends the checkpoint in this file")
	flag.Parse()
	place = strings.TrimSuffix(flag.Arg(0), "/")
	verifier, err := note.NewVerifier(strings.TrimSpace(flag.Arg(1)))
	must("key", err)
	tree := signed("checkpoint", fetch("checkpoint"), verifier)
	fmt.Printf("signed by %s: %d entries, root %s\n", verifier.Name(), tree.N, tree.Hash)

	if tree.N == 0 {
		return
	}

	var told []byte
	for n := int64(0); n*256 < tree.N; n++ {
		for i, entry := range entries(n, tree.N) {
			add(node{0, tlog.RecordHash(entry)})
			if n*256+int64(i) == *index {
				told = entry
			}
		}
	}
	for level := range tiles {
		compare(level)
	}
	if root := foldEdge(); root != tree.Hash {
		fail("root: that of the entries is %s", root)
	}
	fmt.Printf("every entry stands in its tile, and all of them have the signed root\n")

	reader := tlog.TileHashReader(tree, tileReader{})
	if *index >= 0 {
		proof, err := tlog.ProveRecord(tree.N, *index, reader)
		must("inclusion", err)
		must("inclusion", tlog.CheckRecord(proof, tree.N, tree.Hash, *index, tlog.RecordHash(told)))
		fmt.Printf("entry %d is included, by %d hashes:\n%s", *index, len(proof), told)
	}
	if *older != "" {
		data, err := os.ReadFile(*older)
		must("older checkpoint", err)
		old := signed("older checkpoint", data, verifier)
		proof, err := tlog.ProveTree(tree.N, old.N, reader)
		must("consistency", err)
		must("consistency", tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash))
		fmt.Printf("it extends the older checkpoint of %d entries\n", old.N)
	}
}

func signed(what string, data []byte, verifier note.Verifier) tlog.Tree {
	opened, err := note.Open(data, note.VerifierList(verifier))
	must(what, err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		fail("%s: not one of this log", what)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(what, err)
	root, err := tlog.ParseHash(lines[2])
	must(what, err)
	return tlog.Tree{N: size, Hash: root}
}

func entries(n, size int64) (list [][]byte) {
	width := 256
	if size-n*256 < 256 {
		width = int(size - n*256)
	}
	path := strings.Replace(pathOf(tlog.Tile{H: 8, L: 0, N: n, W: width}), "tile/0/", "tile/entries/", 1)
	for rest := fetch(path); len(rest) > 0; {
		if len(rest) < 2 || len(rest) < 2+int(binary.BigEndian.Uint16(rest)) {
			fail("entry %d: %s is cut", n*256+int64(len(list)), path)
		}
		end := 2 + int(binary.BigEndian.Uint16(rest))
		list, rest = append(list, rest[2:end]), rest[end:]
	}
	if len(list) != width {
		fail("entry %d: %s has %d entries, not %d", n*256+int64(len(list)), path, len(list), width)
	}
	return list
}

// Joins a node to its brother at the left; each eighth level is that of a tile.
func add(one node) {
	if one.height%8 == 0 {
		level := one.height / 8
		tiles[level] = append(tiles[level], one.hash[:]...)
		if len(tiles[level]) == 256*tlog.HashSize {
			compare(level)
		}
	}
	last := len(edge) - 1
	if last < 0 || edge[last].height > one.height {
		edge = append(edge, one)
		return
	}
	left := edge[last].hash
	edge = edge[:last]
	add(node{one.height + 1, tlog.NodeHash(left, one.hash)})
}

func compare(level int) {
	own, n := tiles[level], full[level]
	if len(own) == 0 {
		return
	}
	path := pathOf(tlog.Tile{H: 8, L: level, N: n, W: len(own) / tlog.HashSize})
	theirs, under := fetch(path), int64(1)<<(8*level)
	for at := 0; at < len(own); at += tlog.HashSize {
		if !bytes.HasPrefix(theirs[min(at, len(theirs)):], own[at:at+tlog.HashSize]) {
			first := (n*256 + int64(at/tlog.HashSize)) * under
			fail("%s: not what %s holds the hash of", named(first, under), path)
		}
	}
	if len(theirs) != len(own) {
		fail("%s: has %d bytes, not %d", path, len(theirs), len(own))
	}
	tiles[level], full[level] = nil, n+1
}

func named(first, count int64) string {
	if count == 1 {
		return fmt.Sprintf("entry %d", first)
	}
	return fmt.Sprintf("entries %d to %d", first, first+count-1)
}

func foldEdge() tlog.Hash {
	root := edge[len(edge)-1].hash
	for i := len(edge) - 2; i >= 0; i-- {
		root = tlog.NodeHash(edge[i].hash, root)
	}
	return root
}

// What the proofs are made of. That they lead to the signed root is checked by CheckRecord, CheckTree.
type tileReader struct{}

func (tileReader) Height() int                                { return 8 }
func (tileReader) SaveTiles(tiles []tlog.Tile, data [][]byte) {}
func (tileReader) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range tiles {
		data = append(data, fetch(pathOf(tile)))
	}
	return data, nil
}

func pathOf(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func fetch(path string) []byte {
	if !strings.Contains(place, "://") {
		data, err := os.ReadFile(place + "/" + path)
		must(path, err)
		return data
	}
	answer, err := http.Get(place + "/" + path)
	must(path, err)
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	must(path, err)
	if answer.StatusCode != http.StatusOK {
		fail("%s: %s", path, answer.Status)
	}
	return data
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}

func must(what string, err error) {
	if err != nil {
		fail("%s: %v", what, err)
	}
}

func fail(format string, values ...interface{}) {
	fmt.Printf("WRONG: "+format+"\n", values...)
	os.Exit(1)
}
