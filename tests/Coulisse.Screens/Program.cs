using Coulisse.Screens;

// Called by ./campaign screens [KIND…]: writes the pictures and ends in one line of counts.
if (Chromium.Path is null)
{
    Console.Error.WriteLine(Chromium.WhyMissing);
    return 1;
}
var folder = Path.GetFullPath(Path.Combine("artifacts", "screens"));
await using var chromium = await Chromium.StartAsync();
await using var theatre = await Theatre.OpenAsync(chromium);
var camera = new Camera(theatre, folder);
Console.WriteLine($"Pictures go to {folder}");
var written = await camera.TakeAllAsync([.. args.Skip(1)]);
var wanted = args.Length > 1 ? written : camera.Wanted;
Console.WriteLine($"screens {wanted}, written {written}");
return written == wanted && written > 0 ? 0 : 1;
