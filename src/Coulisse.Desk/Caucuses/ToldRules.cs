using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Caucus;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Caucuses;

/// <summary>The rules of a caucus that were set and not lifted, as a member knows them.</summary>
/// <remarks><c>protocol/rooms.md</c>: <code>
/// struct { ToldRule rules&lt;V&gt;; } ToldRules;      // at most 64
/// struct { opaque rule[32]; opaque room[16]; uint8 mandates; } ToldRule;</code></remarks>
internal sealed record ToldRules(WireList<ToldRule> All) : IWireValue<ToldRules>
{
    internal const int Max = 64;

    /// <summary>Those that this desk was told of in a caucus.</summary>
    internal static List<ToldRule> HeardIn(IVault vault, RoomId caucus) =>
    [
        .. vault.Keys(VaultTable.RulesTold, caucus.Value).Where(key => key.Length > caucus.Value.Length)
            .Select(key => vault.Read<ToldRule>(VaultTable.RulesTold, key)!),
    ];

    public static ToldRules Read(ref TlsReader reader) =>
        new(WireList.Read<ToldRule>(ref reader, Max * ToldRule.Bytes, Max));

    public void Write(TlsWriter writer) => WireList.Write(writer, All);
}

/// <summary>One of them.</summary>
/// <param name="Rule">The name of the message that set it.</param>
/// <param name="Room">The room of both sides in which words need approval.</param>
/// <param name="Mandates">By somebody with one of which.</param>
internal sealed record ToldRule(Opaque Rule, Opaque Room, Mandate Mandates) : IWireValue<ToldRule>
{
    internal const int Bytes = MessageId.Bytes + ActLimits.RoomBytes + 1;

    internal static ToldRule Of(RuleInForce rule) => new(Opaque.Owning(rule.Id.ToBytes()),
        Opaque.CopyOf(rule.Room.Span), rule.Mandates);

    internal RuleInForce InForce => new(MessageId.From(Rule.Span), Octets.CopyOf(Room.Span), Mandates);

    public static ToldRule Read(ref TlsReader reader) => new(Opaque.CopyOf(reader.ReadFixed(MessageId.Bytes)),
        Opaque.CopyOf(reader.ReadFixed(ActLimits.RoomBytes)), MandatesOf(reader.ReadUInt8()));

    private static Mandate MandatesOf(byte told) => (Mandate)told is var mandates and not Mandate.None
        && (mandates & ~MandateNames.All) == Mandate.None ? mandates
        : throw new DecodeException(DecodeCode.BadContent, 0, "A rule names mandates that there are, at least one.");

    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Rule.Span);
        writer.WriteFixed(Room.Span);
        writer.WriteUInt8((byte)Mandates);
    }
}
