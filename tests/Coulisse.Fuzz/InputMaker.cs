using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Coulisse.Fuzz.Mutations;

namespace Coulisse.Fuzz;

/// <summary>The input of a number: a seed of the target, damaged a few times.</summary>
public static class InputMaker
{
    private const int DamagesMax = 4;

    public static byte[] Make(FuzzTarget target, int seed, int number)
    {
        var random = RandomOf(target.Name, seed, number);
        var input = target.Seeds[random.Next(target.Seeds.Count)];
        for (var left = 1 + random.Next(DamagesMax); left > 0; left--)
            input = Short(target, Damaged(target, input, random));
        return input;
    }

    private static byte[] Short(FuzzTarget target, byte[] input) =>
        input.Length <= target.InputBytesMax ? input : input[..target.InputBytesMax];

    private static byte[] Damaged(FuzzTarget target, byte[] input, Random random)
    {
        if (input.Length == 0)
            return target.Seeds[random.Next(target.Seeds.Count)];
        return (target.Form, random.Next(3)) switch
        {
            (_, 0) => Blind.Damage(input, target.Seeds, random),
            (InputForm.Pages, _) => Pages.Damage(input, random),
            (InputForm.Vectors, _) => Vectors.Damage(input, random),
            (InputForm.Json, _) when Json.Damage(input, random) is { } damaged => damaged,
            (InputForm.Lines or InputForm.Json, _) => Lines.Damage(input, target.Words, random),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // A string's own hash differs from run to run.
    private static Random RandomOf(string name, int seed, int number)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{name} {seed} {number}")), hash);
        return new(BinaryPrimitives.ReadInt32LittleEndian(hash));
    }
}
