using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Keys;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Signals;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Desk.Door;

/// <summary>Who does an act, when, and whom they may mean by words. Only on the desk's own thread, as the people
/// are.</summary>
internal sealed class ActMaker(DeskIdentity identity, People people, IRandomSource random, DateTimeOffset now)
{
    internal Side Side { get; } = SideOf(identity);

    internal Instant Now { get; } = Instant.FromDateTimeOffset(now);

    /// <summary>The text that the act binds our side to, with its salt and hash; null if it binds to none.</summary>
    internal (Octets Commitment, Octets Salt, string Text)? Bound { get; private set; }

    /// <summary>Binds our side to a text by a salt that is drawn; the hash.</summary>
    internal Octets Bind(string text)
    {
        Span<byte> drawn = stackalloc byte[ActLimits.SaltBytes];
        random.Fill(drawn);
        var salt = Octets.CopyOf(drawn);
        Bound = (ReleaseCommitment.Of(salt, text), salt, text);
        return Bound.Value.Commitment;
    }

    internal static Side SideOf(DeskIdentity identity) => identity.Side == Wire.Lines.Side.A ? Side.A : Side.B;

    /// <summary>Somebody by words of their office or the first digits of their desk; and whether they are
    /// ours.</summary>
    /// <exception cref="FormatException">Nobody, or several are meant; in words for people.</exception>
    internal (DelegateId Id, bool IsOurs) Find(string words) => people.FindAmongAll(words) is { } found
        ? (DelegateId.From(found.Content.Subject.Id.Span), found.By.Party == identity.Accreditation.By.Party)
        : throw new FormatException($"Nobody, or more than one, is meant by \"{words}\". Known are: "
            + string.Join("; ", people.All.Select(Telling.Listed)) + ".");
}
