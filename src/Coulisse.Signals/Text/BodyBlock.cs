using System.Collections.Immutable;
using Coulisse.Signals.Claims;

namespace Coulisse.Signals.Text;

/// <summary>A paragraph, heading, quotation, list or table of an item's body, ready to be shown.</summary>
/// <param name="Number">From 1, in reading order; the address of the block is <c>#p{Number}</c>.</param>
/// <param name="Html">Sanitised.</param>
/// <param name="PlainText">Its words alone, single spaces.</param>
/// <param name="Claims">The claims whose words stand in it, in reading order.</param>
public sealed record BodyBlock(int Number, BlockKind Kind, string Html, string PlainText, ImmutableArray<Claim> Claims);

/// <summary>What a block is, as far as a page treats it differently.</summary>
public enum BlockKind
{
    Paragraph,
    Heading,
    Quotation,
    Other,
}
