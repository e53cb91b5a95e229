using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Bench;

/// <summary>./bench mls: what messages and commits cost beside the primitives they are made of, in one
/// process.</summary>
internal static class MlsBench
{
    private static readonly Ciphersuite[] Suites =
        [Ciphersuite.X25519Aes128Gcm, Ciphersuite.X25519ChaCha20Poly1305, Ciphersuite.PostQuantum(0xf042)];

    private static readonly int[] Members = [2, 16, 128, 1024];

    private static readonly int[] TextBytes = [100, 4096];

    public static int Run(bool isQuick)
    {
        var (rounds, times) = isQuick ? (9, 400) : (15, 3000);
        Console.WriteLine($"Each ratio is the median of {rounds} rounds, ours and the primitives by turns, "
            + $"{times} times each.");
        foreach (var suite in Suites)
        {
            Console.WriteLine();
            Console.WriteLine(suite);
            foreach (var bytes in TextBytes)
                Messages(suite, bytes, rounds, times);
            foreach (var members in isQuick ? Members[..2] : Members)
                Groups(suite, members);
        }
        return 0;
    }

    private static void Groups(Ciphersuite suite, int members)
    {
        using var group = new GroupOfMany(suite, members);
        using var floor = new GroupPrimitives(suite, members);
        Beside Of(string name, Action ours, Action primitives) => new($"{name}, {members} members, flat",
            times => Timed.Microseconds(times, ours), times => Timed.Microseconds(times, primitives));
        var create = Of("create commit", group.Commit, floor.Commit);
        var process = Of("process commit", group.Process, floor.Process);
        var join = Of("join", group.Join, floor.Join);
        var times = Math.Max(1, 64 / members);
        for (var round = 0; round < 9; round++)
        {
            create.Round(times);
            process.Round(times * 8);
            join.Round(times);
        }
        create.Print("asked for: at most 1.3 at 1024");
        process.Print("asked for is warm, below");
        join.Print("asked for: at most 1.5 at 1024");
        Warm(suite, members, floor);
    }

    private static void Warm(Ciphersuite suite, int members, GroupPrimitives floor)
    {
        using var group = new WarmGroup(suite, members);
        Beside Of(string name, Action ours, Action primitives) => new($"{name}, {members} members, warm",
            times => Timed.Microseconds(times, ours), times => Timed.Microseconds(times, primitives));
        var create = Of("create commit", group.Commit, floor.WarmCommit);
        var process = Of("process commit", group.Process, floor.Process);
        for (var round = 0; round < 15; round++)
        {
            create.Round(20);
            process.Round(20);
        }
        create.Print("");
        process.Print("asked for: at most 2 at 1024");
    }

    private static void Messages(Ciphersuite suite, int textBytes, int rounds, int times)
    {
        using var line = new MessageLine(suite, textBytes);
        var floor = new MessagePrimitives(line);
        var protect = new Beside($"protect {textBytes} B", line.Protect, floor.Protect);
        var open = new Beside($"unprotect {textBytes} B", line.Open, floor.Open);
        foreach (var warming in new[] { protect, open })
            warming.Round(times); // The first round compiles and is counted too; the median does not see it.
        for (var round = 1; round < rounds; round++)
        {
            protect.Round(times);
            open.Round(times);
        }
        protect.Print("asked for: at most 1.25");
        open.Print("asked for: at most 1.25");
        line.PrintAllocations(floor);
    }
}
