// SPDX-License-Identifier: MIT

// Signs random bytes with the Schnorr code of the ELA node, one key or several added together, spoils
// half of the signatures, and says what the node's own check makes of each: JSON lines, the vectors of
// SchnorrSignatureTest. To run it again, put this file into a folder of its own in a checkout of
// elastos/Elastos.ELA at commit c61c9e614b640e3f664925401edccda20a29eb84 and say
// `go run ./thatfolder > schnorr.jsonl`.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand"

	"github.com/elastos/Elastos.ELA/crypto"
)

var random = rand.New(rand.NewSource(20261201))

type vector struct {
	Key, Unsigned, Parameter, Kind string
	Valid                          bool
}

func bytes(n int) []byte {
	b := make([]byte, n)
	random.Read(b)
	return b
}

func message(unsigned []byte) [32]byte {
	first := sha256.Sum256(unsigned)
	return sha256.Sum256(first[:])
}

func verdict(key [33]byte, unsigned []byte, sig [64]byte) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	ok, _ = crypto.SchnorrVerify(key, message(unsigned), sig)
	return ok
}

func tell(kind string, key [33]byte, unsigned []byte, sig [64]byte) {
	line, _ := json.Marshal(vector{
		hex.EncodeToString(key[:]), hex.EncodeToString(unsigned), hex.EncodeToString(sig[:]), kind,
		verdict(key, unsigned, sig)})
	fmt.Println(string(line))
}

func main() {
	for round := 0; round < 24; round++ {
		count := 1 + round%4
		var secrets []*big.Int
		var keys [][]byte
		for i := 0; i < count; i++ {
			secret := new(big.Int).SetBytes(bytes(32))
			secret.Mod(secret, new(big.Int).Sub(crypto.N, crypto.One)).Add(secret, crypto.One)
			x, y := crypto.Curve.ScalarBaseMult(secret.Bytes())
			secrets = append(secrets, secret)
			keys = append(keys, crypto.Marshal(crypto.Curve, x, y))
		}
		sum, _ := crypto.AggregatePublickeys(keys)
		var key [33]byte
		copy(key[:], sum)
		unsigned := bytes(10 + random.Intn(300))
		sig, err := crypto.AggregateSignatures(secrets, message(unsigned))
		if err != nil {
			panic(err)
		}
		tell(fmt.Sprintf("signed by %d", count), key, unsigned, sig)
		spoiled := sig
		spoiled[random.Intn(64)] ^= byte(1 << random.Intn(8))
		tell("one bit of the signature", key, unsigned, spoiled)
		other := append([]byte{}, unsigned...)
		other[random.Intn(len(other))] ^= 1
		tell("one bit of the message", key, other, sig)
		mirrored := key
		mirrored[0] ^= 1
		tell("the other y", mirrored, unsigned, sig)
		negated := sig
		s := new(big.Int).SetBytes(sig[32:])
		s.Sub(crypto.N, s)
		s.FillBytes(negated[32:])
		tell("negated s", key, unsigned, negated)
		var above [64]byte
		copy(above[:32], sig[:32])
		crypto.N.FillBytes(above[32:])
		tell("s that is the order", key, unsigned, above)
		var high [64]byte
		crypto.P.FillBytes(high[:32])
		copy(high[32:], sig[32:])
		tell("r beyond the field", key, unsigned, high)
		tell("nothing", key, unsigned, [64]byte{})
	}
}
