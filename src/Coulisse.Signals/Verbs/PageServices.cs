using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Exchange;
using Coulisse.Signals.Items;
using Coulisse.Languages;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Verbs;

/// <summary>What the short-lived verbs need of a page: its file and the parts that read and write it, without a server.</summary>
internal sealed class PageServices : IDisposable
{
    private readonly Changes _changes;

    /// <exception cref="PageStoreException">The file cannot be used.</exception>
    public PageServices(string path)
    {
        Database = Database.Open(path, besideARunningPage: true);
        _changes = new(Database, TimeProvider.System);
        Items = new(Database);
        var writer = new ItemWriter(Database, _changes, new SystemRandom());
        Import = new(Database, writer, _changes);
        ImportItem = new(Database, writer, _changes);
        Export = new(new ThreadReader(Database, new ThreadIndexes()), InterfaceLanguages.Load(InterfaceLanguages.DefaultFolder));
    }

    public Database Database { get; }

    public ItemStore Items { get; }

    public ArticleImport Import { get; }

    public ItemImport ImportItem { get; }

    public ArticleExport Export { get; }

    public void Dispose()
    {
        _changes.Dispose();
        Database.Dispose();
    }
}
