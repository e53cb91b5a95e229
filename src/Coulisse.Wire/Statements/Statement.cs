using System.Collections.Immutable;

namespace Coulisse.Wire.Statements;

/// <summary>
/// What a party says in the open: one text in one or more editions. <see cref="StatementRules"/> says what may be
/// signed.
/// </summary>
/// <param name="Party">The party's name.</param>
/// <param name="Id">Which statement.</param>
/// <param name="Revision">From 1; a later revision replaces an earlier one of the same statement.</param>
/// <param name="Place">Where it was said or stands, a city or an address, in one line; null when it does not
/// matter.</param>
/// <param name="Editions">In the order they are shown and signed.</param>
public sealed record Statement(
    string Party, StatementId Id, int Revision, string? Place, ImmutableArray<StatementEdition> Editions)
{
    /// <summary>Compares the editions one by one (a record alone would compare the array by address).</summary>
    public bool Equals(Statement? other) =>
        other is not null && Party == other.Party && Id == other.Id && Revision == other.Revision
            && Place == other.Place
        && Editions.SequenceEqual(other.Editions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Party, Id, Revision, Editions.Length);
}
