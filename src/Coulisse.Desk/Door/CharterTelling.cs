using Coulisse.Desk.Keys;
using Coulisse.Desk.LineCharters;
using Coulisse.Door;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Records;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>The terms of a line, for people. Only on the desk's own thread.</summary>
internal static class CharterTelling
{
    /// <summary>So many that nobody makes other terms with those of given ones.</summary>
    internal const int DigitsOfDigest = 20;

    /// <summary>What holds and held, and what is proposed; for that all acts of all rooms are looked through.</summary>
    internal static LineChartersAnswer Of(DeskCore core, LineAtDesk line) => Held(core, line) with
    {
        Proposals = [.. core.Rooms.SelectMany(room => core.TalkOf(room).LineCharters
            .Where(one => one.Stage != Stage.Agreed && one.Number > (core.LineCharter?.Charter.Number ?? 0))
            .Select(one => Of(core, line, room, one)))],
    };

    /// <summary>What holds and held.</summary>
    internal static LineChartersAnswer Held(DeskCore core, LineAtDesk line) => new(core.Log.ToString(), line.Them,
        InForce(core, line), [.. core.LineCharters.Where(one => one != core.LineCharter)
            .Select(one => Of(core, line, one))], []);

    /// <summary>What holds; null if nothing was agreed.</summary>
    internal static LineCharterAnswer? InForce(DeskCore core, LineAtDesk line) =>
        core.LineCharter is { } held ? Of(core, line, held) : null;

    /// <summary>By which a charter is named to people.</summary>
    internal static string DigestOf(LineCharter charter) => charter.Hash().ToString()[..DigitsOfDigest];

    /// <summary>What would be other than it is; of a first one, nothing is.</summary>
    internal static IReadOnlyList<TermChangeAnswer> Changes(DeskCore core, Charter then) =>
        core.LineCharter is { } held ? TermsTelling.Changes(held.Charter.Terms.Terms, then) : [];

    private static LineCharterAnswer Of(DeskCore core, LineAtDesk line, AgreedCharter one) => new(one.Charter.Number,
        DigestOf(one.Charter), TermsTelling.Of(one.Charter.Terms.Terms),
        line.Telling.Person(one.First.Accreditation), one.First.SignedAt,
        line.Telling.Person(one.Second.Accreditation), one.Second.SignedAt,
        [.. ((RecordSignature[])[one.First, one.Second]).Select(signature => DoubtOf(core, line, signature))
            .OfType<string>()]);

    // It was signed when it was in force or not; that it was recalled since changes nothing, and is worth knowing.
    private static string? DoubtOf(DeskCore core, LineAtDesk line, RecordSignature signature) =>
        line.InForce.FaultOf(signature.Accreditation, core.ChainOf(signature.Accreditation.By), signature.SignedAt)
            is { } why ? $"The accreditation of {Telling.NameOf(signature.Accreditation)}, who signed it, {why}. "
                + "The terms hold until others are agreed on." : null;

    private static CharterProposalAnswer Of(DeskCore core, LineAtDesk line, RoomId room, LineCharterView one) =>
        new(room.ToString(), core.PlaceOf(room, one.Id)?.Order ?? 0, one.Number,
            DigestOf(LineCharter.Of(one.Number, one.Follows, one.Terms)),
            line.Telling.PersonOf(Crypto.Codec.Opaque.Owning(one.By.Id.ToBytes())), one.Stage.ToString(),
            WordsOf(core, one), TermsTelling.Of(one.Terms), Changes(core, one.Terms),
            one.Declined is { } no ? no.Words.IsEmpty ? "" : no.Words[0].Text : null);

    private static string WordsOf(DeskCore core, LineCharterView one) => one.By.Side == core.OwnPerson.Side
        ? one.Stage == Stage.Refused ? "declined by them; they hold our signature, and can still agree"
            : "proposed and signed by us; they have not answered, and silence is no consent"
        : CharterMaking.DoubtOf(core, one) is { } doubt ? Of(doubt)
        : one.Stage == Stage.Refused ? "declined by us; it can still be agreed to"
        : "proposed and signed by them; it needs our answer: coulisse line charter sign, or decline";

    /// <summary>Why this desk does not sign what they propose, and what to do.</summary>
    internal static string Of(CharterDoubt doubt) => doubt switch
    {
        CharterDoubt.Overtaken => "Other terms of the line hold by now. Look at them, and propose anew: coulisse "
            + "line charter",
        CharterDoubt.OursIsAsHigh => "Our own side has proposed terms under a number that is not below theirs, and "
            + "they may agree to those. Propose anew, or have them propose anew: then it is clear which hold.",
        CharterDoubt.OfAnother => "They propose it in place of other terms than this desk holds. Compare the digits of "
            + "what holds by voice (coulisse line charter), and have it proposed anew.",
        _ => "By the terms of the line another mandate consents to others. Have somebody of yours do it whom they "
            + "name; see: coulisse line charter",
    };
}
