using System.Text.Json;

namespace Coulisse.Crypto.Tests;

/// <summary>Runs the cases of a Wycheproof file and prints how many it holds and how many ran.</summary>
public static class WycheproofFile
{
    /// <summary>
    /// What our wrapper made of a case: it gave the right answer, refused, or the case is none that the wrapper takes.
    /// </summary>
    public enum Answer
    {
        Right,
        Refused,
        NotOurs,
    }

    /// <summary>Valid cases have to be right, invalid ones refused, acceptable ones either.</summary>
    public static void Run(string file, Func<JsonElement, JsonElement, Answer> check)
    {
        using var document = SharedData.Wycheproof(file);
        var (held, right, refused) = (0, 0, 0);
        foreach (var group in document.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                held++;
                var answer = check(group, test);
                Judge(test, answer);
                right += answer == Answer.Right ? 1 : 0;
                refused += answer == Answer.Refused ? 1 : 0;
            }
        }
        Console.WriteLine($"{file}: holds {held} cases, ran {right + refused}: {right} right, {refused} refused");
        Assert.Equal(document.RootElement.GetProperty("numberOfTests").GetInt32(), held);
        Assert.NotEqual(0, right);
    }

    public static byte[] Bytes(this JsonElement test, string name) =>
        Convert.FromHexString(test.GetProperty(name).GetString()!);

    private static void Judge(JsonElement test, Answer answer)
    {
        var expected = test.GetProperty("result").GetString();
        var agrees = (expected, answer) switch
        {
            (_, Answer.NotOurs) => true,
            ("valid", _) => answer == Answer.Right,
            ("invalid", _) => answer == Answer.Refused,
            _ => true,
        };
        Assert.True(agrees, $"tcId {test.GetProperty("tcId")}: {expected}, but {answer}");
    }
}
