// SPDX-License-Identifier: MIT

// Writes transactions of every payload type, version and output, a confirm and a header, serialised by
// the ELA node's own code, as JSON lines: the vectors of PayloadVectorsTest. To run it again, put this file into a folder of its own in a
// checkout of elastos/Elastos.ELA at commit c61c9e614b640e3f664925401edccda20a29eb84 and say
// `go run ./thatfolder > payloads.jsonl`.
package main

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"os"
	"reflect"
	"strings"

	"github.com/elastos/Elastos.ELA/common"
	"github.com/elastos/Elastos.ELA/core/contract/program"
	ctypes "github.com/elastos/Elastos.ELA/core/types/common"
	"github.com/elastos/Elastos.ELA/core/types/outputpayload"
	"github.com/elastos/Elastos.ELA/core/types/payload"
)

type coded interface {
	Serialize(w io.Writer, version byte) error
	Deserialize(r io.Reader, version byte) error
}

var random = rand.New(rand.NewSource(20261123))

func fill(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Ptr:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), name)
	case reflect.Struct:
		for i := 0; i < v.NumField(); i++ {
			if v.Field(i).CanSet() {
				fill(v.Field(i), v.Type().Field(i).Name)
			}
		}
	case reflect.Array:
		for i := 0; i < v.Len(); i++ {
			fill(v.Index(i), name)
		}
	case reflect.Slice:
		size := 1 + random.Intn(3)
		if v.Type().Elem().Kind() == reflect.Uint8 {
			size = 33
			if strings.Contains(name, "Sign") && !strings.Contains(name, "Signer") {
				size = 64
			}
			if strings.HasSuffix(name, "Data") || strings.Contains(name, "Header") {
				size = 300
			}
		}
		s := reflect.MakeSlice(v.Type(), size, size)
		for i := 0; i < size; i++ {
			fill(s.Index(i), name)
		}
		v.Set(s)
	case reflect.String:
		v.SetString(fmt.Sprintf("%s %d \u00e9", name, random.Intn(1000)))
	case reflect.Bool:
		v.SetBool(random.Intn(2) == 1)
	case reflect.Int64, reflect.Int32, reflect.Int:
		v.SetInt(random.Int63())
	case reflect.Uint64, reflect.Uint32, reflect.Uint16, reflect.Uint8:
		v.SetUint(random.Uint64() >> (64 - v.Type().Bits()))
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func serialised(p coded, version byte) []byte {
	first := new(bytes.Buffer)
	must(p.Serialize(first, version))
	again := reflect.New(reflect.TypeOf(p).Elem()).Interface().(coded)
	must(again.Deserialize(bytes.NewReader(first.Bytes()), version))
	second := new(bytes.Buffer)
	must(again.Serialize(second, version))
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		panic("the node does not read back what it writes")
	}
	return first.Bytes()
}

func transaction(kind, version byte, body []byte, out *ctypes.Output) {
	w := new(bytes.Buffer)
	w.Write([]byte{9, kind, version})
	w.Write(body)
	attribute := ctypes.NewAttribute(ctypes.Nonce, []byte("nonce"))
	must(common.WriteVarUint(w, 1))
	must(attribute.Serialize(w))
	input := &ctypes.Input{}
	fill(reflect.ValueOf(input).Elem(), "Input")
	must(common.WriteVarUint(w, 1))
	must(input.Serialize(w))
	must(common.WriteVarUint(w, 1))
	must(out.Serialize(w, ctypes.TxVersion09))
	must(common.WriteUint32(w, random.Uint32()))
	id := common.Hash(w.Bytes())
	must(common.WriteVarUint(w, 1))
	proof := &program.Program{Code: []byte("code"), Parameter: []byte("parameter")}
	must(proof.Serialize(w))
	line, err := json.Marshal(map[string]interface{}{
		"type": kind, "payloadVersion": version, "outputType": byte(out.Type),
		"payload": hex.EncodeToString(body),
		"txid":    hex.EncodeToString(id[:]), "hex": hex.EncodeToString(w.Bytes())})
	must(err)
	fmt.Fprintln(os.Stdout, string(line))
}

func bare(name string, hash common.Uint256, w *bytes.Buffer) {
	line, err := json.Marshal(map[string]interface{}{
		"what": name, "hash": hex.EncodeToString(hash[:]), "hex": hex.EncodeToString(w.Bytes())})
	must(err)
	fmt.Fprintln(os.Stdout, string(line))
}

func output(kind ctypes.OutputType, body ctypes.OutputPayload) *ctypes.Output {
	out := &ctypes.Output{Type: kind, Payload: body}
	fill(reflect.ValueOf(&out.AssetID).Elem(), "AssetID")
	fill(reflect.ValueOf(&out.ProgramHash).Elem(), "ProgramHash")
	out.Value = common.Fixed64(random.Int63())
	out.OutputLock = random.Uint32()
	return out
}

func main() {
	plain := output(ctypes.OTNone, &outputpayload.DefaultOutput{})
	kinds := []struct {
		kind     byte
		versions byte
		make     func() coded
	}{
		{0x00, 1, func() coded { return new(payload.CoinBase) }},
		{0x01, 1, func() coded { return new(payload.RegisterAsset) }},
		{0x02, 1, func() coded { return new(payload.TransferAsset) }},
		{0x03, 1, func() coded { return new(payload.Record) }},
		{0x05, 1, func() coded { return new(payload.SideChainPow) }},
		{0x07, 3, func() coded { return new(payload.WithdrawFromSideChain) }},
		{0x08, 2, func() coded { return new(payload.TransferCrossChainAsset) }},
		{0x09, 4, func() coded { return new(payload.ProducerInfo) }},
		{0x0a, 3, func() coded { return new(payload.ProcessProducer) }},
		{0x0b, 4, func() coded { return new(payload.ProducerInfo) }},
		{0x0c, 1, func() coded { return new(payload.ReturnDepositCoin) }},
		{0x0d, 1, func() coded { return new(payload.ActivateProducer) }},
		{0x0e, 1, func() coded { return new(payload.DPOSIllegalProposals) }},
		{0x0f, 1, func() coded { return new(payload.DPOSIllegalVotes) }},
		{0x10, 1, func() coded { return new(payload.DPOSIllegalBlocks) }},
		{0x11, 1, func() coded { return new(payload.SidechainIllegalData) }},
		{0x12, 1, func() coded { return new(payload.InactiveArbitrators) }},
		{0x13, 1, func() coded { return new(payload.UpdateVersion) }},
		{0x14, 2, func() coded { return new(payload.NextTurnDPOSInfo) }},
		{0x15, 1, func() coded { return new(payload.RecordProposalResult) }},
		{0x21, 4, func() coded { return new(payload.CRInfo) }},
		{0x22, 3, func() coded { return new(payload.UnregisterCR) }},
		{0x23, 4, func() coded { return new(payload.CRInfo) }},
		{0x24, 1, func() coded { return new(payload.ReturnDepositCoin) }},
		{0x26, 2, func() coded { return new(payload.CRCProposalReview) }},
		{0x27, 2, func() coded { return new(payload.CRCProposalTracking) }},
		{0x28, 1, func() coded { return new(payload.CRCAppropriation) }},
		{0x29, 2, func() coded { return new(payload.CRCProposalWithdraw) }},
		{0x2a, 1, func() coded { return new(payload.CRCProposalRealWithdraw) }},
		{0x2b, 1, func() coded { return new(payload.CRAssetsRectify) }},
		{0x31, 2, func() coded { return new(payload.CRCouncilMemberClaimNode) }},
		{0x41, 1, func() coded { return new(payload.RevertToPOW) }},
		{0x42, 1, func() coded { return new(payload.RevertToDPOS) }},
		{0x51, 2, func() coded { return new(payload.ReturnSideChainDepositCoin) }},
		{0x60, 2, func() coded { return new(payload.DPoSV2ClaimReward) }},
		{0x61, 1, func() coded { return new(payload.DposV2ClaimRewardRealWithdraw) }},
		{0x62, 1, func() coded { return new(payload.ExchangeVotes) }},
		{0x63, 2, func() coded { return new(payload.Voting) }},
		{0x64, 2, func() coded { return new(payload.ReturnVotes) }},
		{0x65, 1, func() coded { return new(payload.VotesRealWithdrawPayload) }},
		{0x66, 1, func() coded { return new(payload.RecordSponsor) }},
		{0x71, 2, func() coded { return new(payload.CreateNFT) }},
		{0x72, 1, func() coded { return new(payload.NFTDestroyFromSideChain) }},
	}
	for _, each := range kinds {
		for version := byte(0); version < each.versions; version++ {
			empty := each.make()
			transaction(each.kind, version, serialised(empty, version), plain)
			full := each.make()
			fill(reflect.ValueOf(full).Elem(), "")
			if cross, ok := full.(*payload.TransferCrossChainAsset); ok {
				cross.OutputIndexes = cross.OutputIndexes[:1]
				cross.CrossChainAddresses = cross.CrossChainAddresses[:1]
				cross.CrossChainAmounts = cross.CrossChainAmounts[:1]
			}
			transaction(each.kind, version, serialised(full, version), plain)
		}
	}
	for _, kind := range []payload.CRCProposalType{0, 0x100, 0x101, 0x102, 0x200, 0x201, 0x202,
		0x400, 0x401, 0x402, 0x410, 0x500, 0x501, 0x502} {
		for version := byte(0); version < 2; version++ {
			proposal := new(payload.CRCProposal)
			fill(reflect.ValueOf(proposal).Elem(), "")
			proposal.ProposalType = kind
			transaction(0x25, version, serialised(proposal, version), plain)
		}
	}
	for version := byte(0); version < 3; version++ {
		for _, kind := range []ctypes.OutputType{ctypes.OTVote, ctypes.OTDposV2Vote} {
			vote := new(outputpayload.VoteOutput)
			fill(reflect.ValueOf(vote).Elem(), "")
			vote.Version = version
			transaction(0x02, 0, nil, output(kind, vote))
		}
	}
	mapping := new(outputpayload.Mapping)
	fill(reflect.ValueOf(mapping).Elem(), "")
	transaction(0x02, 0, nil, output(ctypes.OTMapping, mapping))
	cross := new(outputpayload.CrossChainOutput)
	fill(reflect.ValueOf(cross).Elem(), "")
	cross.Version = 0
	transaction(0x08, 1, nil, output(ctypes.OTCrossChain, cross))
	withdraw := new(outputpayload.Withdraw)
	fill(reflect.ValueOf(withdraw).Elem(), "")
	withdraw.Version = 0
	transaction(0x07, 1, nil, output(ctypes.OTWithdrawFromSideChain, withdraw))
	back := new(outputpayload.ReturnSideChainDeposit)
	fill(reflect.ValueOf(back).Elem(), "")
	back.Version = 0
	transaction(0x51, 0, nil, output(ctypes.OTReturnSideChainDepositCoin, back))
	stake := new(outputpayload.ExchangeVotesOutput)
	fill(reflect.ValueOf(stake).Elem(), "")
	stake.Version = 0
	transaction(0x62, 0, nil, output(ctypes.OTStake, stake))
	confirm := new(payload.Confirm)
	fill(reflect.ValueOf(confirm).Elem(), "")
	w := new(bytes.Buffer)
	must(confirm.Serialize(w))
	bare("confirm", confirm.Proposal.Hash(), w)
	header := new(ctypes.Header)
	fill(reflect.ValueOf(header).Elem(), "")
	w = new(bytes.Buffer)
	must(header.Serialize(w))
	bare("header", header.Hash(), w)
}
