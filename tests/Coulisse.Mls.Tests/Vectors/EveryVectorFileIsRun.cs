namespace Coulisse.Mls.Tests.Vectors;

public sealed class EveryVectorFileIsRun
{
    [Fact]
    public void No_file_of_the_folder_is_of_a_kind_that_nothing_runs()
    {
        var files = VectorFiles.All();
        Assert.SkipWhen(files.Count == 0, "The vectors are not beside this repository (COULISSE_SHARED).");
        var left = files.Where(file => !VectorFiles.Kinds.Any(kind => VectorFiles.IsOf(file, kind)));
        Assert.Empty(left);
    }
}
