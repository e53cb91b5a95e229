using Coulisse.Crypto.Codec;
using Coulisse.Mls.Group;
using Coulisse.Mls.Tests.Forging;

namespace Coulisse.Mls.Tests.Group;

/// <summary>
/// Somebody takes a copy of all that one member has, keys included, and hears everything on the line from then on: what
/// they can read of it ends with that member's next commit, and what was dropped before is not in the copy.
/// </summary>
[Trait("Row", "10")]
public sealed class WhoeverCopiesADeskHears
{
    [Fact]
    public void Nothing_from_before_the_epochs_it_kept_nothing_after_its_next_commit_and_all_between()
    {
        using var room = new Room(2, Party.PostQuantum);
        var line = new List<(string Words, Opaque Message)>();
        void Say(int speaker, string words)
        {
            var message = room[speaker].Say(words);
            Assert.Equal(words, room[1 - speaker].Hear(message));
            line.Add((words, message));
        }
        void Commit(int committer)
        {
            var made = room[committer].Commit();
            room[1 - committer].Take<ProcessResult.CommitProcessed>(made.Message);
            line.Add(("", made.Message));
        }

        Say(0, "long ago");
        Say(1, "also long ago");
        Commit(0);
        room[1].Group = room[1].Group.DropEpochsBefore(room[1].Group.View.Epoch);
        Say(0, "read before the copy, in this epoch");
        using var copy = MlsGroup.Load(room[1].Client, room[1].Signer, Patched.Saved(room[1].Group));
        Say(0, "after the copy");
        Commit(0); // which changes the other member's keys: whoever has the copied leaf's follows it
        Say(0, "still heard");
        Say(1, "this too");
        Commit(1);
        Say(0, "healed");
        Say(1, "healed too");
        Commit(0);
        Say(1, "and stays so");
        Assert.Equal(["after the copy", "still heard", "this too"], Heard(copy, line));
    }

    // Whoever holds the copy tries everything, again and again, in whatever state it leads to.
    private static IEnumerable<string> Heard(MlsGroup copy, List<(string Words, Opaque Message)> line)
    {
        var heard = new List<string>();
        var state = copy;
        for (var round = 0; round < 3; round++)
        {
            foreach (var (words, message) in line)
            {
                switch (state.Process(message.ToArray()))
                {
                    case ProcessResult.ApplicationMessage read:
                        Assert.Equal(words, System.Text.Encoding.UTF8.GetString(read.Data.Span));
                        heard.Add(words);
                        state = read.Next;
                        break;
                    case ProcessResult.OwnMessage: // sealed by the copied member: who holds its keys can open it
                        heard.Add(words);
                        break;
                    case ProcessResult.CommitProcessed followed:
                        state = followed.Next;
                        break;
                }
            }
        }
        return heard.Where(words => words != "").Distinct(); // a commit has none
    }
}
