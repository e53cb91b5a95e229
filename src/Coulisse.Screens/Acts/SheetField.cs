namespace Coulisse.Screens.Acts;

/// <summary>A field of a sheet.</summary>
/// <param name="Name">As the desk names it.</param>
/// <param name="Form">How it is filled in.</param>
/// <param name="Most">How many characters it takes.</param>
/// <param name="IsOptional">Whether it may be left empty.</param>
/// <param name="Choices">Of a choice, which there are.</param>
public sealed record SheetField(string Name, FieldForm Form, int Most = 1_000, bool IsOptional = false,
    IReadOnlyList<string>? Choices = null)
{
    /// <summary>Whether it has a row for each language or item.</summary>
    internal bool HasRows => Form is FieldForm.Languages or FieldForm.Meanings or FieldForm.Items;
}
