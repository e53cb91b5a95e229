namespace Coulisse.Kill;

/// <summary>One form that a reader sends, and what came of it; sent again until somebody says that it is
/// saved.</summary>
public abstract class Deed
{
    private Deed(Reader by, string form, string path, IReadOnlyDictionary<string, string> fields) =>
        (By, Form, Path, Fields) = (by, form, path, fields);

    public Reader By { get; }

    /// <summary>The page whose form is sent.</summary>
    public string Form { get; }

    public string Path { get; }

    /// <summary>The same each time it is sent, so that sending it twice must do its work once.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>The first instant at which the page could know of it.</summary>
    public long SentAt { get; set; }

    /// <summary>When its writer was told that it is saved; null while nobody said so.</summary>
    public long? ConfirmedAt { get; set; }

    public sealed class Writing(Reader by, int item, Writing? answering, string words, string submission) : Deed(by,
        answering is null ? $"/thread/{item}/write" : $"/thread/{item}/write?answer={answering.Id}",
        $"/thread/{item}/write", new Dictionary<string, string>
        {
            ["text"] = words,
            ["language"] = "en",
            ["submission"] = submission,
        })
    {
        public Writing? Answering { get; } = answering;

        /// <summary>What its writer was last told stands there.</summary>
        public string Words { get; set; } = words;

        /// <summary>The comment's number in its address, once confirmed.</summary>
        public long Id { get; set; }

        /// <summary>Its number in the thread, as first seen: "3.1". It stays for good.</summary>
        public string? Number { get; set; }

        /// <summary>The last vote of each reader that was confirmed.</summary>
        public Dictionary<Reader, int> Votes { get; } = [];
    }

    public sealed class Edit(Reader by, Writing comment, string words, string version) : Deed(by,
        $"/comment/{comment.Id}/edit", $"/comment/{comment.Id}/edit", new Dictionary<string, string>
        {
            ["text"] = words,
            ["version"] = version,
        })
    {
        public Writing Comment { get; } = comment;

        public string Words { get; } = words;
    }

    public sealed class Vote(Reader by, string form, Writing comment, int value) : Deed(by,
        form, $"/comment/{comment.Id}/vote", new Dictionary<string, string>
        {
            ["vote"] = value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["reading"] = "en",
        })
    {
        public Writing Comment { get; } = comment;

        public int Value { get; } = value;
    }
}
