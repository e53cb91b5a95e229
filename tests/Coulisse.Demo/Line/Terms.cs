using System.Text;

namespace Coulisse.Demo.Line;

/// <summary>What a room's terms say, as the desks show it.</summary>
internal sealed partial class Talk
{
    private static readonly string[] Shown = ["Record", "Kept", "Quoting"];

    /// <summary>Terms of a file are proposed; the differences as the other side reads them.</summary>
    public async Task<IReadOnlyList<string>> TermsAsync(string label, DeskOnStage by, string terms, string reason)
    {
        Words.Add(Encoding.UTF8.GetBytes(reason));
        var room = rooms[label];
        var file = $"terms-{Words.Count}.txt";
        await File.WriteAllTextAsync(Path.Combine(parties.Folder, file), terms);
        await Programs.DoAsync(parties.Folder, "room", "amend", room.Name, "--terms", file, "--reason", reason,
            "--desk", by.Folder);
        var other = room.Facing(by);
        await other.UntilProposalAsync(room.Name, "Proposed");
        return [.. (await LinesAsync(room.Name, other)).Where(line => line.Contains("; then: ",
            StringComparison.Ordinal)).Select(line => line.Trim())];
    }

    /// <summary>The other side consents; what both desks then show alike.</summary>
    public async Task<IReadOnlyList<string>> HoldAsync(string label, DeskOnStage by, string reason)
    {
        await AgreeAsync(label, by, reason);
        var room = rooms[label];
        var (ours, theirs) = (await TermsOfAsync(room.Name, room.Creator), await TermsOfAsync(room.Name, room.Other));
        return ours.SequenceEqual(theirs) ? ours
            : throw new StageException($"The two desks show other terms: {string.Join(" / ", ours.Except(theirs))}");
    }

    /// <summary>A passage is proposed for the record and is not taken; why.</summary>
    public async Task<string> NotOnRecordAsync(string label, DeskOnStage by, string subject, string[] passage)
    {
        var room = rooms[label].Name;
        var ended = await Programs.RunAsync(parties.Folder, ["record", "propose", room, "--messages",
            await NumbersAsync(room, by, passage), "--desk", by.Folder], Encoding.UTF8.GetBytes(subject));
        return ended.Code != 0 ? ended.Error.Trim()
            : throw new StageException("What was said off record was taken for the record.");
    }

    private async Task<string[]> TermsOfAsync(string room, DeskOnStage desk) => [.. (await LinesAsync(room, desk))
        .Where(line => Shown.Any(name => line.StartsWith(name, StringComparison.Ordinal)))];

    private async Task<string[]> LinesAsync(string room, DeskOnStage desk) =>
        (await Programs.DoAsync(parties.Folder, "room", "show", room, "--desk", desk.Folder)).Split('\n');
}
