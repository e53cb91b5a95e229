using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Words;

/// <summary>Clear cases only: a list that cries wolf is switched off.</summary>
public static class BannedWords
{
    /// <summary>One word an idea, the parties' own. Not looked for in tests and samples, which quote others.</summary>
    public static readonly IReadOnlyList<BannedWord> Vocabulary =
    [
        // The runtime's Channel<T> is a queue between tasks and keeps its name.
        new(@"(?<!Threading\.)\bchannels?\b(?!<|\.Create)",
            "write line (between parties) or carrier (a way to travel).", WeSpeak),
        new(@"\bmailbox(es)?\b", "write log.", WeSpeak),
        new(@"\bchat ?rooms?\b|\bchats?\b", "write room.", WeSpeak),
        new(@"\bhome ?servers?\b", "write station.", WeSpeak),
        new(@"\btenants?\b", "write party.", WeSpeak),
        new(@"\bblog(s|post)?\b", "write page, or item.", WeSpeak),
        new(@"\bpress releases?\b", "write statement.", WeSpeak),
        new(@"\b(up|down)votes?\b", "write vote: +1, 0 or −1.", WeSpeak),
        new(@"\buser stor(y|ies)\b", "write story, or scene.", WeSpeak),
    ];

    /// <summary>The single character in brackets keeps a pattern from finding itself.</summary>
    public static readonly IReadOnlyList<BannedWord> Anywhere =
    [
        new(@"(?-i)\b([T]ODO|[F]IXME|[H]ACK)\b", "do it, or open an issue.", file => !file.IsSource),
        new(@"(?-i)(?<![\w.])/([w]ork|[r]oot|[h]ome)/",
            "a path of one machine; write it from the repository's root.", IsOurs),
        new(@"[n]uget\.org|[n]pmjs\.|[p]ypi\.org|deb\.[d]ebian\.org",
            "the host of a registry; that is the machine's business.", IsOurs),
        new(@"\b([C]laude|[A]nthropic|[C]hatGPT|[C]opilot)\b|\b[A]I[- ](assistant|generated)\b|\b[s]ubagents?\b",
            "how the work was done does not belong here.", IsOurs),
    ];

    private static bool WeSpeak(RepositoryFile file) =>
        Path.GetExtension(file.Path) is ".md"
        || (file.Path.StartsWith("src/", StringComparison.Ordinal) && Path.GetExtension(file.Path) is ".cs" or ".razor")
        || file.Path.EndsWith("/Phrases/en.json", StringComparison.Ordinal);

    // Saved articles in a corpus may hold any word or address a site wrote.
    private static bool IsOurs(RepositoryFile file) =>
        !file.Path.Contains("/corpus/", StringComparison.OrdinalIgnoreCase) && file.Name != "LICENSE";
}
