using System.Text.Json;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Mls.Welcomes;

namespace Coulisse.Mls.Tests.Vectors;

public sealed class TheEncodingIsTheOfficialOne
{
    [Fact]
    public void Every_length_header_is_read_as_it_was_meant() => VectorFiles.EachOfAll("deserialization", one =>
    {
        var length = one.GetProperty("length").GetInt32();
        byte[] bytes = [.. one.Hex("vlbytes_header"), .. new byte[length]];
        Assert.Equal(length, new TlsReader(bytes).ReadVector(length).Length);
    });

    [Fact]
    public void Every_node_has_the_relatives_that_the_official_tree_gives_it() =>
        VectorFiles.EachOfAll("tree-math", one =>
        {
            var leaves = one.GetProperty("n_leaves").GetUInt32();
            var nodes = one.GetProperty("n_nodes").GetUInt32();
            Assert.Equal(nodes, TreeMath.NodeCount(leaves));
            Assert.Equal(one.GetProperty("root").GetUInt32(), TreeMath.Root(leaves));
            for (var node = 0u; node < nodes; node++)
            {
                Assert.Equal(At(one, "left", node), TreeMath.Left(node));
                Assert.Equal(At(one, "right", node), TreeMath.Right(node));
                Assert.Equal(At(one, "parent", node), TreeMath.Parent(node, leaves));
                Assert.Equal(At(one, "sibling", node), TreeMath.Sibling(node, leaves));
            }
        });

    [Fact]
    public void Every_struct_is_read_and_written_back_to_the_byte() => VectorFiles.EachOfAll("messages", one =>
    {
        foreach (var field in one.EnumerateObject())
        {
            var bytes = Convert.FromHexString(field.Value.GetString()!);
            Assert.Equal(Convert.ToHexStringLower(bytes), Convert.ToHexStringLower(RoundTrip(field.Name, bytes)));
        }
    });

    private static uint? At(JsonElement one, string list, uint node)
    {
        var value = one.GetProperty(list)[(int)node];
        return value.ValueKind == JsonValueKind.Null ? null : value.GetUInt32();
    }

    private static byte[] RoundTrip(string field, byte[] bytes) => field switch
    {
        "mls_welcome" => Message<MlsMessage.Welcoming>(bytes),
        "mls_group_info" => Message<MlsMessage.Describing>(bytes),
        "mls_key_package" => Message<MlsMessage.Offering>(bytes),
        "public_message_application" => Public<FramedBody.Application>(bytes),
        "public_message_proposal" => Public<FramedBody.Proposed>(bytes),
        "public_message_commit" => Public<FramedBody.Committed>(bytes),
        "private_message" => Message<MlsMessage.Private>(bytes),
        "ratchet_tree" => TlsCodec.Decode<RatchetTreeNodes>(bytes).Encode().ToArray(),
        "group_secrets" => Secrets(bytes),
        "commit" => TlsCodec.Decode<Commit>(bytes).Encode().ToArray(),
        "add_proposal" => ProposalOf(ProposalType.Add, bytes),
        "update_proposal" => ProposalOf(ProposalType.Update, bytes),
        "remove_proposal" => ProposalOf(ProposalType.Remove, bytes),
        "pre_shared_key_proposal" => ProposalOf(ProposalType.Psk, bytes),
        "re_init_proposal" => ProposalOf(ProposalType.ReInit, bytes),
        "external_init_proposal" => ProposalOf(ProposalType.ExternalInit, bytes),
        "group_context_extensions_proposal" => ProposalOf(ProposalType.GroupContextExtensions, bytes),
        _ => throw new InvalidOperationException($"No struct is known for the field {field}."),
    };

    private static byte[] Message<T>(byte[] bytes)
        where T : MlsMessage
    {
        var message = TlsCodec.Decode<MlsMessage>(bytes);
        Assert.IsType<T>(message);
        return message.Encode().ToArray();
    }

    private static byte[] Public<T>(byte[] bytes)
        where T : FramedBody
    {
        var message = Assert.IsType<MlsMessage.Public>(TlsCodec.Decode<MlsMessage>(bytes));
        Assert.IsType<T>(message.Message.Content.Body);
        return TlsCodec.Encode<MlsMessage>(message).ToArray();
    }

    private static byte[] Secrets(byte[] bytes)
    {
        using var secrets = TlsCodec.Decode<GroupSecrets>(bytes);
        return secrets.Encode().ToArray();
    }

    // The vectors hold the content of a proposal without its type.
    private static byte[] ProposalOf(ProposalType type, byte[] content)
    {
        var proposal = TlsCodec.Decode<Proposal>([.. type.Encode().Span, .. content]);
        Assert.Equal(type, proposal.Type);
        return proposal.Encode().ToArray()[2..];
    }
}
