using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;
using NodaTime;

namespace Coulisse.Signals.Tests.Threads;

/// <summary>A page's real file in a folder of its own, with one published item and everything that reads and writes its thread.</summary>
public sealed class PageFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coulisse-threads-").FullName;
    private int _forms;

    public PageFile()
    {
        Database = Database.Open(Path.Combine(_folder, "page.db"), besideARunningPage: false);
        Changes = new(Database, TimeProvider.System);
        Threads = new(Database, new());
        Writer = new(Database, Changes);
        Moderators = new(Database, Changes);
        Objections = new(Database);
        Log = new(Database);
        Cases = new(Database, Log);
        Item = NewItem(state: 3);
        Hold(HoldingSettings.Default with { ReleasedBeforeMin = 0, AccountAgeMinutesMin = 0, RateMax = 0 });
    }

    public Database Database { get; }

    public Changes Changes { get; }

    public ThreadReader Threads { get; }

    public ThreadWriter Writer { get; }

    public ModerationWriter Moderators { get; }

    public Objections Objections { get; }

    public ModerationLog Log { get; }

    public OpenCases Cases { get; }

    public ItemId Item { get; }

    public static Instant Noon { get; } = Instant.FromUtc(2026, 3, 14, 12, 0);

    public static AccountId Ada { get; } = new("ada");

    public static AccountId Ben { get; } = new("ben");

    public static AccountId Cleo { get; } = new("cleo");

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ItemId NewItem(int state) => new(Write(connection =>
    {
        connection.Run("INSERT INTO item (public_id, kind, state, created_at) VALUES (hex(randomblob(16)), 2, $state, 0)",
            ("state", state));
        return connection.Number("SELECT last_insert_rowid()");
    }));

    public void Hold(HoldingSettings settings) => Write(connection =>
    {
        HoldingSettingsStore.Save(connection, settings);
        return 0;
    });

    public T Write<T>(Func<Microsoft.Data.Sqlite.SqliteConnection, T> write) =>
        Database.WriteAsync(write, Cancel).GetAwaiter().GetResult();

    public static CommentAuthor Author(AccountId account) => new(account, Noon - Duration.FromDays(400), IsNeverHeld: false);

    public static CommentText Words(string typed, params Quotable[] places) =>
        Assert.IsType<ParsedComment.Accepted>(CommentText.Parse(typed, places)).Text;

    public CommentDraft Draft(string words, CommentId? answering = null) => new(Item, answering, "en", Words(words), NextForm());

    public SubmissionId NextForm()
    {
        var random = new byte[SubmissionId.Bytes];
        BitConverter.TryWriteBytes(random, ++_forms);
        return SubmissionId.From(random);
    }

    public Posting Send(CommentDraft draft, AccountId author, Instant? at = null) =>
        Writer.PostAsync(draft, Author(author), at ?? Noon, Cancel).GetAwaiter().GetResult();

    public Posting SendAfterRestart(CommentDraft draft, AccountId author)
    {
        using var database = Database.Open(Database.Path, besideARunningPage: true);
        using var changes = new Changes(database, TimeProvider.System);
        return new ThreadWriter(database, changes).PostAsync(draft, Author(author), Noon, Cancel).GetAwaiter().GetResult();
    }

    public Posting Post(AccountId author, string words, CommentId? answering = null) => Send(Draft(words, answering), author);

    /// <summary>Posts what must be accepted, and says which comment it became.</summary>
    public CommentId Posted(AccountId author, string words, CommentId? answering = null) =>
        Assert.IsType<Posting.Saved>(Post(author, words, answering)).Comment;

    public Posting SendEdit(AccountId author, CommentId comment, int version, CommentText text) =>
        Writer.EditAsync(comment, version, text, Author(author), Noon, Cancel).GetAwaiter().GetResult();

    public Posting Edit(AccountId author, CommentId comment, string words) =>
        SendEdit(author, comment, Threads.Find(comment)!.Comment.Version, Words(words));

    public CommentRefusal? Withdraw(AccountId author, CommentId comment) =>
        Writer.WithdrawAsync(comment, author, Noon, Cancel).GetAwaiter().GetResult();

    public VoteAnswer Vote(AccountId voter, CommentId comment, Vote vote) =>
        Writer.VoteAsync(comment, voter, vote, Noon, Cancel).GetAwaiter().GetResult();

    public DecisionAnswer Decide(AccountId moderator, CommentId comment, DecisionAct act, string? reason = "See rule 2.", int moderators = 2) =>
        Moderators.DecideAsync(new(comment, act, reason, moderator, moderators), Noon, Cancel).GetAwaiter().GetResult();

    public DecisionId Decided(AccountId moderator, CommentId comment, DecisionAct act) =>
        Assert.IsType<DecisionAnswer.Taken>(Decide(moderator, comment, act)).Decision;

    public ReportAnswer Report(AccountId reporter, CommentId comment, string? reason = "Insults a delegate.") =>
        Objections.ReportAsync(comment, reporter, reason, Noon, Cancel).GetAwaiter().GetResult();

    public AppealAnswer Appeal(AccountId author, DecisionId decision, string? reason = "I quoted the charter.") =>
        Objections.AppealAsync(decision, author, reason, Noon, Cancel).GetAwaiter().GetResult();

    public IReadOnlyList<PlacedComment> ReadAllPages(ItemId item)
    {
        var all = new List<PlacedComment>();
        for (var page = 1; page <= Threads.Page(item, page).Pages; page++)
            all.AddRange(Threads.Page(item, page).Comments);
        return all;
    }

    /// <summary>Opens a copy of the file and its write-ahead log as they lie on the disk now: what a kill would leave.</summary>
    public PageFileCopy CopyAsKilled() => new(Database.Path);

    public void Dispose()
    {
        Changes.Dispose();
        Database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
