using Coulisse.Demo;
using Coulisse.Demo.Line;

if (Wishes.Read(args, out var refusal) is not { } wishes)
{
    Console.Error.WriteLine(refusal);
    return 1;
}
try
{
    if (wishes.Scene is { } scene)
        return await ScenePlay.RunAsync(scene);
    return wishes.IsOnce ? await Proof.RunAsync(wishes.Text) : await Play.RunAsync(wishes);
}
catch (StageException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
