using Microsoft.AspNetCore.Authorization;

namespace Gis.Web.Accounts;

/// <summary>Everybody may read a page; to send one of its forms takes a right.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyoneReadsAttribute(string right) : AuthorizeAttribute(PolicyOf(right))
{
    /// <summary>The right that the forms take.</summary>
    public string Right { get; } = right;

    internal static string PolicyOf(string right) => "anyone-reads:" + right;
}
