namespace Coulisse.Screens.Drawing;

/// <summary>One reading at a time; what was told meanwhile is read behind it, so that what is shown is never what was
/// true before the last thing told.</summary>
internal sealed class Rereading(Func<Task> read)
{
    private bool isReading;
    private bool isToldMeanwhile;

    /// <summary>Reads now, or once more when the reading that is under way has ended. Only on the screen's own
    /// thread.</summary>
    internal async Task ReadAsync()
    {
        isToldMeanwhile = true;
        if (isReading)
            return;
        isReading = true;
        try
        {
            while (isToldMeanwhile)
            {
                isToldMeanwhile = false;
                await read();
            }
        }
        finally
        {
            isReading = false;
        }
    }
}
