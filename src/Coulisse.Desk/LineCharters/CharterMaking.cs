using Coulisse.Crypto.Codec;
using Coulisse.Desk.Records;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Records;

namespace Coulisse.Desk.LineCharters;

/// <summary>
/// Terms of a line as a person proposes or signs them. Of two that both sides sign the higher number holds, so a desk
/// signs nothing that its own side's proposals, agreed to behind its back, could take the place of. Only on the desk's
/// own thread.
/// </summary>
internal static class CharterMaking
{
    // Whoever jumps ahead by more is not followed: numbers would run out.
    private const ulong AheadMax = 1_000;

    /// <summary>What would be signed: in place of what this desk holds, above all that it knows of.</summary>
    internal static LineCharter Draft(DeskCore core, RoomCharter terms)
    {
        var (held, own) = (core.LineCharter?.Charter, core.OwnPerson.Side);
        var highest = All(core).Where(one => one.By.Side == own || one.Number <= (held?.Number ?? 0) + AheadMax)
            .Select(one => one.Number).Append(held?.Number ?? 0).Max();
        return new(highest + 1, held?.Hash() ?? LineCharter.None, terms);
    }

    /// <summary>The act that proposes it, signed by this desk.</summary>
    internal static TalkAct.LineCharterProposed Propose(DeskCore core, LineCharter draft, DateTimeOffset now) =>
        new(draft.Number, Octets.CopyOf(draft.Follows.Span), draft.Terms.Terms, Sign(core, draft, null, now));

    /// <summary>The act that agrees to what the other side proposed, signed; or why this desk does not.</summary>
    internal static (TalkAct? Act, CharterDoubt? Why) Agree(
        DeskCore core, LineCharterView theirs, DateTimeOffset now) =>
        DoubtOf(core, theirs) is { } doubt ? (null, doubt)
            : RecordVouching.SignatureIn(theirs.First) is not { } first ? (null, CharterDoubt.Overtaken)
            : (new TalkAct.LineCharterAgreed(theirs.Id, Sign(core,
                LineCharter.Of(theirs.Number, theirs.Follows, theirs.Terms), first, now)), null);

    /// <summary>Why this desk would not sign what is proposed; null if it would.</summary>
    internal static CharterDoubt? DoubtOf(DeskCore core, LineCharterView theirs)
    {
        var held = core.LineCharter?.Charter;
        return !LetsConsent(core) ? CharterDoubt.AnotherMandate
            : theirs.Number <= (held?.Number ?? 0) ? CharterDoubt.Overtaken
            : All(core).Any(one => one.By.Side == core.OwnPerson.Side && one.Number >= theirs.Number)
                ? CharterDoubt.OursIsAsHigh
            : !theirs.Follows.Span.SequenceEqual((held?.Hash() ?? LineCharter.None).Span) ? CharterDoubt.OfAnother
            : null;
    }

    /// <summary>Whether the terms that hold let this desk consent to others.</summary>
    internal static bool LetsConsent(DeskCore core) => core.LineCharter is not { } held
        || held.Charter.Terms.Terms.InForce.LetsConsent(core.OwnPerson.Mandate);

    /// <summary>What was proposed in any room of the line, what waits here to leave included.</summary>
    private static IEnumerable<LineCharterView> All(DeskCore core) =>
        core.Rooms.SelectMany(room => core.TalkToBe(room).LineCharters);

    private static Octets Sign(DeskCore core, LineCharter draft, RecordSignature? first, DateTimeOffset now) =>
        Octets.CopyOf(WireValue.Encode(RecordSignature.Sign(draft.On(core.Parties), first,
            core.Identity.Accreditation, core.Identity.Key,
            core.ChainOf(core.Identity.Accreditation.By)?.Last ?? ChainHead.None, now)).Span);
}

/// <summary>Why a desk does not sign terms of the line that the other side proposed.</summary>
internal enum CharterDoubt
{
    /// <summary>Others hold by now, or it cannot be read.</summary>
    Overtaken,

    /// <summary>Our own side has proposed some under a number that is not below.</summary>
    OursIsAsHigh,

    /// <summary>They would take the place of others than this desk holds.</summary>
    OfAnother,

    /// <summary>By the terms of the line that hold another mandate consents.</summary>
    AnotherMandate,
}
