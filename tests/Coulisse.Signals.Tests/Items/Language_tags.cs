using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;

namespace Coulisse.Signals.Tests.Items;

public sealed class Language_tags
{
    [Theory]
    [InlineData("FR", "fr")]
    [InlineData("pt-br", "pt-BR")]
    [InlineData("sr-latn-rs", "sr-Latn-RS")]
    public void A_tag_is_kept_in_its_usual_case(string typed, string kept) => Assert.Equal(kept, LanguageTag.Parse(typed)!.Value.Value);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("f")]
    [InlineData("fr_FR")]
    [InlineData("../etc")]
    [InlineData("fr-")]
    [InlineData("français")]
    public void What_is_no_tag_is_none(string? typed) => Assert.Null(LanguageTag.Parse(typed));

    [Theory]
    [InlineData("Why? Because!", "why-because")]
    [InlineData("Пять слов о мире", "пять-слов-о-мире")]
    [InlineData("???", "item")]
    public void An_address_carries_the_title_in_its_own_script(string title, string slug) => Assert.Equal(slug, Addresses.Slug(title));
}
