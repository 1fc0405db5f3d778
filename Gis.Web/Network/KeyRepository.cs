using System.Xml.Linq;
using Gis.Data.Store;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Gis.Web.Network;

/// <summary>Keeps the keys that protect cookies and forms in the store, so that every instance reads what another has sent.</summary>
internal sealed class KeyRepository(SharedKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.List().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
