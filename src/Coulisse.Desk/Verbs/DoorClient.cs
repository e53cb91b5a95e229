using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Coulisse.Desk.Keys;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>The way from a verb to the desk that is open in a folder; what is not given ends the verb.</summary>
internal sealed class DoorClient(string folder) : IDisposable
{
    private readonly DoorCaller caller = new(new DeskFolder(folder).Socket);

    /// <exception cref="Refusal">The desk says no, or is not there.</exception>
    internal async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel) =>
        Given(await caller.GetAsync(path, type, cancel));

    /// <exception cref="Refusal">The desk says no, or is not there.</exception>
    internal async Task<T> PostAsync<T>(
        string path, HttpContent? content, JsonTypeInfo<T> type, CancellationToken cancel) =>
        Given(await caller.PostAsync(path, content, type, cancel));

    /// <summary>One answer a line, until the desk is closed or the caller has enough.</summary>
    /// <exception cref="Refusal">The desk says no, or is not there.</exception>
    internal async IAsyncEnumerable<NewsAnswer> FollowAsync(
        string path, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var news in caller.FollowAsync(path, cancel))
            yield return Given(news);
    }

    public void Dispose() => caller.Dispose();

    private T Given<T>(Answer<T> answer) => answer switch
    {
        Answer<T>.Given given => given.Value,
        Answer<T>.Refused { Why: var why } => throw new Refusal((ExitCode)why.Code, why.Sentence),
        Answer<T>.Gone => throw new Refusal(ExitCode.NotThere, $"No desk is open in {folder}. Open it with: "
            + $"coulisse desk open {folder} — or name its folder with --desk."),
        _ => throw new Refusal(ExitCode.NotThere, "The desk answers in a way that this version does not know."),
    };
}
