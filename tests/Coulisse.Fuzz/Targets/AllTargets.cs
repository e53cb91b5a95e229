namespace Coulisse.Fuzz.Targets;

/// <summary>Every reader of foreign bytes, with what its seeds need to stay alive.</summary>
public sealed class AllTargets : IDisposable
{
    private readonly MlsWorld mls;
    private readonly CredenceWorld credence;
    private readonly LineWorld line;
    private readonly BackupWorld backups;
    private readonly FormWorld forms;
    private readonly RoomWorld room;
    private readonly FuzzTarget[] all;

    private AllTargets()
    {
        mls = new MlsWorld();
        credence = new CredenceWorld();
        line = new LineWorld();
        backups = new BackupWorld();
        forms = new FormWorld(credence.Seal.PublicKey);
        room = new RoomWorld();
        all =
        [
            .. StructTargets.OfMls(mls.Structs), .. MlsTargets.Of(mls),
            .. StructTargets.OfWire([.. credence.Values, .. line.Values]), .. LineTargets.Of(line),
            .. RoomTargets.Of(room), .. TalkTargets.All(),
            .. CredenceTargets.Of(credence), .. StatementTargets.Of(credence), .. RecordTargets.All(),
            .. UploadTargets.Of(credence),
            .. ArticleTargets.All(), .. BackupTargets.Of(backups), .. FormTargets.Of(forms, credence),
            .. WordsTargets.All(), .. PageTargets.All(),
        ];
    }

    public IEnumerable<string> Names => all.Select(target => target.Name);

    public static AllTargets Make() => new();

    /// <summary>All; or the one of this name; or those whose names begin so.</summary>
    public FuzzTarget[] Named(string? name) => name is null ? all
        : Array.Find(all, target => target.Name == name) is { } one ? [one]
        : [.. all.Where(target => target.Name.StartsWith(name, StringComparison.Ordinal))];

    public void Dispose()
    {
        mls.Dispose();
        credence.Dispose();
        line.Dispose();
        backups.Dispose();
        forms.Dispose();
        room.Dispose();
    }
}
