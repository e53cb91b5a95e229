namespace Coulisse.Screens.Hosting;

/// <summary><c>coulisse-screens FOLDER</c>: draws the desk that is open in a folder, until it is ended.</summary>
internal static class ScreensProgram
{
    private const int NotUnderstood = 64;
    private const string LockName = "screens.lock";

    internal static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var folder] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("Name the folder of the desk whose screens are wanted: coulisse-screens FOLDER");
            return NotUnderstood;
        }
        using var only = Alone(folder);
        if (only is null)
        {
            Console.Out.WriteLine("Screens: the window that was open before goes on.");
            return 0;
        }
        var entrance = new Entrance();
        await using var screens = ScreensHost.Build(folder, entrance);
        await screens.StartAsync();
        entrance.Address = new(screens.Urls.Single());
        Console.Out.WriteLine($"Screens, by this link, once: {entrance.TakeLink()}");
        await screens.WaitForShutdownAsync();
        return 0;
    }

    // One program of a desk: what a killed desk left behind goes on with the next one, its window and its draft too.
    private static FileStream? Alone(string folder)
    {
        try
        {
            return new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
