using System.Text;
using System.Text.Json;

namespace Coulisse.Desk.Vault;

/// <summary>The words in a sheet that a screen keeps here. The desk knows nothing of its form, only that it is
/// JSON.</summary>
internal static class SheetWords
{
    /// <summary>Every text in it, one below the other; what is no JSON, as it stands.</summary>
    internal static string Of(string sheet)
    {
        if (sheet.Length == 0)
            return "";
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(sheet));
            var words = new List<string>();
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.String)
                    words.Add(reader.GetString()!);
            }
            return string.Join('\n', words);
        }
        catch (JsonException)
        {
            return sheet;
        }
    }
}
