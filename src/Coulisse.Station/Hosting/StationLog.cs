using System.Globalization;
using System.Text;

namespace Coulisse.Station.Hosting;

/// <summary>
/// What a keeper can read, and a program can: a line of <c>key=value</c> for each event. A value is a number, a yes or
/// no, or the name of a case; whatever else is handed to it, a person's name or an address above all, is not written.
/// Of what the platform logs only where, which and how bad is written, and not its words, which hold addresses.
/// </summary>
internal sealed class StationLog(TextWriter to, TimeProvider time) : ILoggerProvider
{
    private const string Ours = "Coulisse.";
    private const string Sentence = "{OriginalFormat}";

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Write(string category, LogLevel level, EventId id,
        IReadOnlyList<KeyValuePair<string, object?>> values, Exception? failed)
    {
        var line = new StringBuilder();
        var isOurs = category.StartsWith(Ours, StringComparison.Ordinal);
        line.Append(CultureInfo.InvariantCulture, $"at={time.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ} ");
        line.Append(CultureInfo.InvariantCulture, $"level={Word(level.ToString())} ");
        line.Append(isOurs ? $"event={Word(id.Name ?? "")}"
            : FormattableString.Invariant($"from={category} id={id.Id}"));
        foreach (var (name, value) in isOurs ? values : [])
        {
            if (Value(value) is { } told)
                line.Append(CultureInfo.InvariantCulture, $" {Word(name)}={told}");
        }
        if (failed is not null)
            line.Append(CultureInfo.InvariantCulture, $" failure={failed.GetType().Name}");
        if (isOurs && values.FirstOrDefault(one => one.Key == Sentence).Value is string says)
            line.Append(CultureInfo.InvariantCulture, $" says=\"{says}\"");
        lock (to)
            to.WriteLine(line);
    }

    private static string? Value(object? value) => value switch
    {
        bool yes => yes ? "yes" : "no",
        Enum one => Word(one.ToString()),
        int or uint or long or ulong => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    // DiskFull is disk-full.
    private static string Word(string name) => string.Concat(name.Select((letter, at) => char.IsUpper(letter)
        ? (at == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    private sealed class Category(StationLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => log.Write(name, logLevel, eventId,
                state as IReadOnlyList<KeyValuePair<string, object?>> ?? [], exception);
    }
}
