using Coulisse.Talks.Cbor;
using Coulisse.Talks.Refusals;

namespace Coulisse.Talks.Acts;

/// <summary>
/// The bytes of an act: a CBOR map of integer keys in one encoding, 0 the kind. What is not understood to its last
/// field is not an act: the words beside it are shown instead.
/// </summary>
public static class ActBytes
{
    private const int FieldsMax = 16;

    /// <summary>The act, or null.</summary>
    public static TalkAct? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ActLimits.ActBytesMax)
            return null;
        var reader = new CborReader(bytes);
        var fields = reader.Map(FieldsMax);
        if (fields == 0 || reader.UInt(0) != 0 || reader.IsBroken)
            return null;
        var kind = reader.UInt(int.MaxValue);
        var flow = ActFlow.Reading(reader, fields - 1);
        var act = reader.IsBroken ? null : Flow(ref flow, (ActKind)kind, null);
        return flow.IsWhole ? act : null;
    }

    /// <summary>Its bytes. Whoever offers the act to a person asks <see cref="FaultOf"/> first.</summary>
    public static byte[] Write(TalkAct act) => FaultOf(act) is { } fault
        ? throw new ArgumentException(RefusalWords.Of(fault), nameof(act)) : Encode(act, out _);

    /// <summary>What is wrong with the words and numbers in it; null if nothing.</summary>
    public static Refusal? FaultOf(TalkAct act) =>
        Encode(act, out var fault).Length > ActLimits.ActBytesMax ? Refusal.TooLong : fault;

    private static byte[] Encode(TalkAct act, out Refusal? fault)
    {
        var fields = new CborWriter();
        var flow = ActFlow.Writing(fields);
        Flow(ref flow, act.Kind, act);
        fault = flow.Fault;
        var whole = new CborWriter();
        whole.Map(flow.Written + 1);
        whole.UInt(0);
        whole.UInt((ulong)act.Kind);
        whole.Raw(fields.ToBytes());
        return whole.ToBytes();
    }

    private static TalkAct? Flow(ref ActFlow flow, ActKind kind, TalkAct? act) =>
        WordFields.Flow(ref flow, kind, act) ?? LedgerFields.Flow(ref flow, kind, act)
        ?? PeopleFields.Flow(ref flow, kind, act) ?? RecordFields.Flow(ref flow, kind, act)
        ?? LineCharterFields.Flow(ref flow, kind, act);
}
