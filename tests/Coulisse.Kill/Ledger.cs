using System.Globalization;

namespace Coulisse.Kill;

/// <summary>What readers were told is saved, in one thread.</summary>
/// <param name="item">The item's number.</param>
/// <param name="thread">The address of its thread.</param>
public sealed class Ledger(int item, string thread)
{
    private readonly Lock _writing = new();
    private readonly List<Deed.Writing> _comments = [];

    public int Item { get; } = item;

    public string Thread { get; } = thread;

    /// <summary>A clock that never goes back.</summary>
    public long Now => TimeProvider.System.GetTimestamp();

    /// <summary>Comments, edits and votes.</summary>
    public int Confirmed { get; private set; }

    public IReadOnlyList<Deed.Writing> Comments => _comments;

    public void Confirm(Deed deed, string location)
    {
        lock (_writing)
        {
            Confirmed++;
            switch (deed)
            {
                case Deed.Writing writing:
                    writing.Id = long.Parse(location["/comment/".Length..], CultureInfo.InvariantCulture);
                    _comments.Add(writing);
                    break;
                case Deed.Edit edit:
                    edit.Comment.Words = edit.Words;
                    break;
                case Deed.Vote vote:
                    vote.Comment.Votes[vote.By] = vote.Value;
                    break;
            }
        }
    }

    /// <summary>Any confirmed comment; null while there is none.</summary>
    public Deed.Writing? Pick(Random random)
    {
        lock (_writing)
            return _comments.Count == 0 ? null : _comments[random.Next(_comments.Count)];
    }

    public Deed.Writing? PickOwn(Reader reader, Random random)
    {
        lock (_writing)
        {
            var own = _comments.Where(comment => comment.By == reader).ToList();
            return own.Count == 0 ? null : own[random.Next(own.Count)];
        }
    }
}
