namespace Coulisse.Signals.Pages;

/// <summary>Why there is no page.</summary>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Why">A sentence of its own for this reader; null: the status says it all.</param>
public sealed record ErrorModel(int Status, string? Why = null)
{
    /// <summary>The phrase that says it.</summary>
    public string Key => Status switch
    {
        StatusCodes.Status400BadRequest => "error.bad-form",
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "error.forbidden",
        StatusCodes.Status404NotFound => "error.not-found",
        StatusCodes.Status409Conflict => "error.gone-meanwhile",
        StatusCodes.Status410Gone => "error.gone",
        StatusCodes.Status413PayloadTooLarge => "error.too-large",
        StatusCodes.Status429TooManyRequests => "error.too-many-tries",
        StatusCodes.Status503ServiceUnavailable or StatusCodes.Status507InsufficientStorage => "error.not-saved",
        _ => "error.failed",
    };
}
