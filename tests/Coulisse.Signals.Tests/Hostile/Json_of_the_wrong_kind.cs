using System.Text;
using System.Text.Json;
using Coulisse.Signals.Exchange;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Tests.Hostile;

public sealed class Json_of_the_wrong_kind
{
    private const string Whole = """
        {"kind":"report","editions":[{"language":"en","standing":"machine","source":"fr",
        "title":"A line","body":["It is open."]}],
        "claims":[{"language":"en","words":"It is open","speaker":"The office",
        "chain":["The gazette"],"hedge":"stated"}]}
        """;

    [Theory]
    [InlineData("[\"It is open.\"]", "[null]")]
    [InlineData("[{\"language\":\"en\",\"standing\"", "[null,{\"language\":\"en\",\"standing\"")]
    [InlineData("[{\"language\":\"en\",\"words\"", "[null,{\"language\":\"en\",\"words\"")]
    [InlineData("[\"The gazette\"]", "[null]")]
    [InlineData("{\"language\":\"en\",\"standing\"", "{\"language\":null,\"standing\"")]
    [InlineData("{\"language\":\"en\",\"words\"", "{\"language\":null,\"words\"")]
    [InlineData("\"It is open\",", "null,")]
    [InlineData("\"source\":\"fr\"", "\"source\":\"no language\"")]
    public void Is_refused_with_a_sentence_in_an_item_file(string part, string other)
    {
        Assert.NotNull(ItemFile.Read(Encoding.UTF8.GetBytes(Whole), out _));
        var changed = Whole.Replace(part, other, StringComparison.Ordinal);
        Assert.NotEqual(Whole, changed);

        Assert.Null(ItemFile.Read(Encoding.UTF8.GetBytes(changed), out var refusal));
        Assert.NotEmpty(refusal!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[7]")]
    [InlineData("""[{"p":7}]""")]
    [InlineData("""[{"p":null}]""")]
    [InlineData("""[{"q":"a","at":7}]""")]
    [InlineData("""[{"p":"\ud800"}]""")]
    public void Is_refused_as_documented_in_a_kept_comment(string json) =>
        Assert.Throws<JsonException>(() => CommentText.FromJson(json));
}
