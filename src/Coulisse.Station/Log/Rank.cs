using Coulisse.Station.Storage;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>How soon something leaves, from the outside of its envelopes.</summary>
internal static class Rank
{
    internal static LeadRank Of(IReadOnlyList<Envelope> envelopes) => envelopes.Max(Of);

    internal static Precedence PrecedenceOf(IReadOnlyList<Envelope> envelopes) =>
        envelopes.Max(envelope => envelope.Precedence);

    private static LeadRank Of(Envelope envelope) => (envelope.Kind, envelope.Precedence) switch
    {
        (not EnvelopeKind.Message, _) => LeadRank.Handshake,
        (_, Precedence.Flash) => LeadRank.Flash,
        (_, Precedence.Immediate) => LeadRank.Immediate,
        _ => LeadRank.Usual,
    };
}
