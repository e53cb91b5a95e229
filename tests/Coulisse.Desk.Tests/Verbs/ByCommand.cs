using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>What people type at the desks of an evening, and what they see.</summary>
public abstract class ByCommand(Evening evening)
{
    private protected Evening Evening => evening;

    /// <summary>The room that it is about, where a class has one.</summary>
    private protected string Room { get; set; } = "";

    /// <summary>The arguments with the room among them, where a class leaves it out.</summary>
    private protected virtual string[] InRoom(string[] arguments) => arguments;

    /// <summary>The same where a room stands behind the words of a verb, and before its options.</summary>
    private protected string[] BehindTheVerb(string[] arguments)
    {
        var verb = arguments.TakeWhile(one => one[0] != '-').ToArray();
        return [.. verb, Room, .. arguments[verb.Length..]];
    }

    private protected Task<Ended> RunAsync(string desk, string? words, params string[] arguments) => Programs.RunAsync(
        evening.Folder, [.. InRoom(arguments), "--desk", desk], words is null ? null : Evening.Bytes(words));

    private protected async Task<string> DoAsync(string desk, string? words, params string[] arguments)
    {
        var ended = await RunAsync(desk, words, arguments);
        Assert.True(ended.Code == 0, $"{string.Join(' ', arguments)}: {ended.Error}");
        return ended.Output;
    }

    private protected async Task RefusedAsync(
        int code, string sentence, string desk, string? words, params string[] arguments)
    {
        var ended = await RunAsync(desk, words, arguments);
        Assert.Contains(sentence, ended.Error, StringComparison.Ordinal);
        Assert.Equal(code, ended.Code);
    }

    /// <summary>Types a verb until what it shows has all these words.</summary>
    private protected async Task<string> UntilAsync(string desk, string[] verb, params string[] words)
    {
        var seen = "";
        for (var patience = 0; patience < 100; patience++)
        {
            seen = await DoAsync(desk, null, verb);
            if (words.All(one => seen.Contains(one, StringComparison.Ordinal)))
                return seen;
            await Task.Delay(300, TestContext.Current.CancellationToken);
        }
        throw new StageException($"{desk} never saw '{string.Join("', '", words)}', but {seen}");
    }
}
