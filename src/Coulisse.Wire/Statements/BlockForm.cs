namespace Coulisse.Wire.Statements;

/// <summary>What <see cref="SealRepair{T}"/> has to know of a block of checked lines in order to set it
/// right.</summary>
/// <param name="Verified">The block of these bytes if its signatures verify; else null.</param>
/// <param name="Rank">The place of a line among all by its words; less than 0 if it is none of the block's.</param>
/// <param name="IsNext">Whether a line of the second rank may stand right behind one of the first.</param>
internal sealed record BlockForm<T>(Func<byte[], T?> Verified, Func<string[], long> Rank, Func<long, long, bool> IsNext)
    where T : class;
