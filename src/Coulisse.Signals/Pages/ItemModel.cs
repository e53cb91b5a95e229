using System.Collections.Immutable;
using Coulisse.Signals.Claims;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;
using Coulisse.Signals.Threads.Screens;

namespace Coulisse.Signals.Pages;

/// <summary>What stands on the page of one edition.</summary>
/// <param name="Body">Empty once withdrawn: the words leave the page, the trace stays.</param>
/// <param name="Claims">Every claim of this edition, in the order of the text; those that lost their place
/// last.</param>
/// <param name="SignedFile">What proves a statement's words, or its withdrawal; null for a report, or where no seal
/// signed.</param>
/// <param name="Thread">A page of the item's thread; its count is the one figure for title and thread.</param>
public sealed record ItemModel(Item Item, Edition Edition, ImmutableArray<BodyBlock> Body, ImmutableArray<Claim> Claims,
    SignedFile? SignedFile, ThreadModel Thread)
{
    public int Comments => Thread.Page.Count;

    public int Page => Thread.Page.Page;

    public EditionVersion Live => Edition.Live!;

    public bool IsWithdrawn => Item.State == ItemState.Withdrawn;

    public bool IsStatement => Item.Kind == ItemKind.Statement;

    /// <summary>The number beside a claim's words, note and row.</summary>
    public int NumberOf(Claim claim) => Claims.IndexOf(claim) + 1;

    /// <summary>The words changed after they were first published.</summary>
    public bool HasChanged => Live.WrittenAt > Item.PublishedAt!.Value;
}
