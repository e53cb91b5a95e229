namespace Coulisse.Signals.Pages;

/// <summary>Why there is no page.</summary>
/// <param name="Status">The HTTP status of the answer.</param>
public sealed record ErrorModel(int Status)
{
    /// <summary>The phrase that says it.</summary>
    public string Key => Status switch
    {
        StatusCodes.Status400BadRequest => "error.bad-form",
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "error.forbidden",
        StatusCodes.Status404NotFound => "error.not-found",
        StatusCodes.Status410Gone => "error.gone",
        StatusCodes.Status429TooManyRequests => "error.too-many-tries",
        StatusCodes.Status503ServiceUnavailable or StatusCodes.Status507InsufficientStorage => "error.not-saved",
        _ => "error.failed",
    };
}
