using Coulisse.Screens;
using Coulisse.Screens.Desks;

// Called by ./campaign screens [page|desk] [KIND…]: writes the pictures and ends in one line of counts.
if (Chromium.Path is null)
{
    Console.Error.WriteLine(Chromium.WhyMissing);
    return 1;
}
Microsoft.Playwright.Assertions.SetDefaultExpectTimeout(60_000); // a machine may be busy with other things
var folder = Path.GetFullPath(Path.Combine("artifacts", "screens"));
string[] only = [.. args.Skip(1).Where(name => name is not ("page" or "desk"))];
var (wanted, written) = (0, 0);
await using var chromium = await Chromium.StartAsync();
Console.WriteLine($"Pictures go to {folder}");
if (!args.Contains("desk"))
{
    await using var theatre = await Theatre.OpenAsync(chromium);
    var camera = new Camera(theatre, folder);
    written = await camera.TakeAllAsync(only);
    wanted = only.Length > 0 ? written : camera.Wanted;
}
if (!args.Contains("page"))
{
    var taken = await new DeskCamera(chromium, Path.Combine(folder, "desk")).TakeAllAsync(only);
    (wanted, written) = (wanted + taken.Wanted, written + taken.Written);
}
Console.WriteLine($"screens {wanted}, written {written}");
return written == wanted && written > 0 ? 0 : 1;
