// Writes tlog-own.json: what Go's checksum database says of logs whose entries are "entry 0",
// "entry 1" … Debian packages golang-go, golang-golang-x-mod-dev; run in this folder:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go > tlog-own.json
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type object = map[string]interface{}

var stored []tlog.Hash

var reader = tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = stored[index]
	}
	return hashes, nil
})

var sizes = []int64{1, 2, 3, 5, 7, 8, 100, 255, 256, 257, 511, 512, 513, 600, 1000,
	65535, 65536, 65537, 65792, 65793, 70000}

func main() {
	for i := int64(0); i < 70000; i++ {
		hashes, err := tlog.StoredHashes(i, []byte(fmt.Sprintf("entry %d", i)), reader)
		must(err)
		stored = append(stored, hashes...)
	}
	out := json.NewEncoder(os.Stdout)
	out.SetIndent("", " ")
	must(out.Encode(object{
		"roots": roots(), "inclusion": inclusions(), "consistency": consistencies(),
		"paths": paths(), "tiles": tiles(), "note": signedNote(),
	}))
}

func roots() (list []object) {
	for _, size := range sizes {
		list = append(list, object{"size": size, "root": root(size)})
	}
	return
}

func inclusions() (list []object) {
	for _, size := range sizes {
		seen := map[int64]bool{}
		for _, index := range []int64{0, 1, 255, 256, size / 2, size - 2, size - 1} {
			if index < 0 || index >= size || seen[index] {
				continue
			}
			seen[index] = true
			proof, err := tlog.ProveRecord(size, index, reader)
			must(err)
			list = append(list, object{"size": size, "index": index, "proof": texts(proof)})
		}
	}
	return
}

func consistencies() (list []object) {
	for _, second := range sizes {
		for _, first := range sizes {
			if first > second || (first != 1 && first != 7 && first < second/2) {
				continue
			}
			proof, err := tlog.ProveTree(second, first, reader)
			must(err)
			list = append(list, object{"first": first, "second": second, "proof": texts(proof)})
		}
	}
	return
}

func paths() (list []object) {
	for _, n := range []int64{0, 5, 999, 1000, 1001, 1234067, 999999999, 1000000000} {
		for _, tile := range []tlog.Tile{{H: 8, L: 0, N: n, W: 256}, {H: 8, L: 1, N: n, W: 1}, {H: 8, L: 63, N: n, W: 255}} {
			list = append(list, object{"level": tile.L, "index": n, "width": tile.W, "path": path(tile)})
		}
	}
	return
}

func tiles() (list []object) {
	for _, size := range sizes {
		for level, count := 0, size; count > 0; level, count = level+1, count/256 {
			n := (count - 1) / 256
			tile := tlog.Tile{H: 8, L: level, N: n, W: int(count - n*256)}
			bytes, err := tlog.ReadTileData(tile, reader)
			must(err)
			sum := sha256.Sum256(bytes)
			list = append(list, object{"size": size, "path": path(tile), "sha256": hex.EncodeToString(sum[:])})
		}
	}
	return
}

func signedNote() object {
	seed := sha256.Sum256([]byte("a key for tests alone"))
	private := ed25519.NewKeyFromSeed(seed[:])
	vkey, err := note.NewEd25519VerifierKey("asn.example/log", private.Public().(ed25519.PublicKey))
	must(err)
	id := strings.Split(vkey, "+")[1]
	skey := "PRIVATE+KEY+asn.example/log+" + id + "+" + base64.StdEncoding.EncodeToString(append([]byte{1}, seed[:]...))
	signer, err := note.NewSigner(skey)
	must(err)
	text := fmt.Sprintf("asn.example/log\n%d\n%s\n", 70000, root(70000))
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err)
	return object{"seed": hex.EncodeToString(seed[:]), "vkey": vkey, "skey": skey, "signed": string(signed)}
}

func root(size int64) string {
	hash, err := tlog.TreeHash(size, reader)
	must(err)
	return hash.String()
}

func texts(hashes []tlog.Hash) []string {
	list := []string{}
	for _, hash := range hashes {
		list = append(list, hash.String())
	}
	return list
}

func path(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
