using Coulisse.Desk.Rooms;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>The message that a person speaks of.</summary>
/// <param name="Id">Its hash.</param>
/// <param name="Content">What it says.</param>
/// <param name="Matter">What it opened or belongs to.</param>
/// <param name="Version">The version that it brought or spoke of; or none.</param>
internal sealed record Meant(MessageId Id, MessageContent Content, MessageId Matter, MessageId Version)
{
    /// <summary>The message of that number; null if this room has none.</summary>
    internal static Meant? Find(DeskCore core, RoomId room, ulong order)
    {
        if (core.ViewOf(room) is not { } view || order > view.Shown || core.MessageOf(room, order) is not { } heard)
            return null;
        var (id, content) = (MessageId.From(heard.Name.Span), heard.Message.Content());
        return content.Act is not { } act ? new(id, content, id, default)
            : new(id, content, act.Matter.IsNone ? id : act.Matter,
                Tables.BringsVersion(act.Kind) ? id : act.Version);
    }

    /// <exception cref="FormatException">None was named; in words for people.</exception>
    internal static Meant Of(Meant? to) => to ?? throw new FormatException("Say to which message: --to NUMBER.");

    /// <exception cref="FormatException">It brought no version; in words for people.</exception>
    internal static MessageId VersionOf(Meant? to) => Of(to) is { Version.IsNone: false } meant ? meant.Version
        : throw new FormatException("Name the message that brought the version you speak of: --to NUMBER. "
            + "See: coulisse talk-state");
}
