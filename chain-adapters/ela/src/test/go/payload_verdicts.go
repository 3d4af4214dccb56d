// SPDX-License-Identifier: MIT

// Spoils the payloads that payload_vectors.go wrote and says what the ELA node's own reader makes of
// each: lines of type, version, verdict and bytes, the vectors of PayloadVerdictsTest. To run it again,
// put this file into a folder of its own in a checkout of elastos/Elastos.ELA at commit
// c61c9e614b640e3f664925401edccda20a29eb84, say `go run ./thatfolder payloads.jsonl`, and keep some lines
// of each type, version and verdict. The node's reader allocates what a length claims: bound the counts
// in the payload files first, or it runs out of memory.
package main

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"

	ctypes "github.com/elastos/Elastos.ELA/core/types/common"
	"github.com/elastos/Elastos.ELA/core/types/interfaces"
)

type sample struct {
	Type, PayloadVersion byte
	Payload              string
}

var random = rand.New(rand.NewSource(7))

func verdict(kind, version byte, body []byte) (says string) {
	defer func() {
		if recover() != nil {
			says = "panic"
		}
	}()
	read, err := interfaces.GetPayload(ctypes.TxType(kind), version)
	if err != nil {
		return "unknown"
	}
	rest := bytes.NewReader(body)
	if read.Deserialize(rest, version) != nil {
		return "refused"
	}
	if rest.Len() != 0 {
		return "longer"
	}
	again := new(bytes.Buffer)
	if read.Serialize(again, version) != nil || !bytes.Equal(again.Bytes(), body) {
		return "differs"
	}
	return "ok"
}

func spoil(p []byte) []byte {
	at := random.Intn(len(p))
	more := 1 + random.Intn(40)
	switch random.Intn(6) {
	case 0:
		p[at] = byte(random.Intn(256))
	case 1:
		p[at] ^= 1 << random.Intn(8)
	case 2:
		p[at]++
	case 3: // A length grows together with what it measures.
		p[at] += byte(more)
		grown := make([]byte, more)
		random.Read(grown)
		return append(append(append([]byte{}, p[:at+1]...), grown...), p[at+1:]...)
	case 4: // And shrinks.
		if at+1+more < len(p) {
			p[at] -= byte(more)
			return append(append([]byte{}, p[:at+1]...), p[at+1+more:]...)
		}
	case 5:
		p[at] = byte(random.Intn(5))
	}
	return p
}

func main() {
	var samples []sample
	file, err := os.Open(os.Args[1])
	if err != nil {
		panic(err)
	}
	lines := bufio.NewScanner(file)
	lines.Buffer(make([]byte, 1<<20), 1<<20)
	for lines.Scan() {
		var each sample
		if json.Unmarshal(lines.Bytes(), &each) == nil && each.Payload != "" {
			samples = append(samples, each)
		}
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i := 0; i < 120000; i++ {
		each := samples[random.Intn(len(samples))]
		body, _ := hex.DecodeString(each.Payload)
		for n := 1 + random.Intn(2); n > 0; n-- {
			body = spoil(body)
		}
		fmt.Fprintf(out, "%d %d %s %s\n", each.Type, each.PayloadVersion,
			verdict(each.Type, each.PayloadVersion, body), hex.EncodeToString(body))
	}
}
