using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Invariants;

namespace Coulisse.World.SeveralLines;

/// <summary>
/// I17: nothing of one line is on another. No name of a room, and no piece of what was sealed for one line, is in a
/// bundle of another line or on the disk of a station that is not of it; no word is in any.
/// </summary>
public sealed class Isolation
{
    private const int PieceBytes = 24; // of what was sealed: no two have it in common by chance
    private const int PieceBegins = 64; // behind what stands in the open
    private const string Bundle = "a bundle";

    private readonly Dictionary<Opaque, LineId> names = [];
    private readonly Dictionary<LineId, int> bundles = [];

    /// <summary>False where somebody who knows a name of another line uses it on purpose.</summary>
    public bool Looks { get; set; } = true;

    /// <summary>How many bundles of a line were looked through.</summary>
    public int BundlesOf(LineId line) => bundles.GetValueOrDefault(line);

    /// <summary>A desk submits something: what it is known by, is looked for from here on.</summary>
    public void Sent(Opaque bytes)
    {
        var submission = WireValue.Decode<Submission>(bytes.Span);
        foreach (var envelope in submission.Envelopes)
        {
            if (envelope.Room.Value.Length > 0)
                names.TryAdd(envelope.Room.Value, submission.Line);
            if (envelope.Content.Length >= PieceBegins + PieceBytes && envelope.Kind != EnvelopeKind.Credence)
                names.TryAdd(Opaque.CopyOf(envelope.Content.Span.Slice(PieceBegins, PieceBytes)), submission.Line);
        }
    }

    /// <summary>A bundle leaves on a line.</summary>
    public void Travels(LineId line, Opaque bundle)
    {
        bundles[line] = BundlesOf(line) + 1;
        Words.NotIn(bundle, Bundle);
        NotIn(bundle, known => known == line, Bundle);
    }

    /// <summary>What a station has on its disk of a line.</summary>
    public void IsKept(Opaque bytes, IReadOnlyCollection<LineId> lines) =>
        NotIn(bytes, lines.Contains, "a station's file");

    private void NotIn(Opaque bytes, Func<LineId, bool> isOf, string where)
    {
        foreach (var (name, _) in names.Where(one => Looks && !isOf(one.Value)))
        {
            if (bytes.Span.IndexOf(name.Span) >= 0)
                throw new ViolationException($"I17: something of another line is in {where}");
        }
    }
}
