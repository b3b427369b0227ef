package org.whistle.district.sample;

import java.util.List;

/** Names and rough positions: the streets' are real, the communities' invented. */
final class SampleNames {

    static final String DISTRICT = "370102";

    /** The street the demonstration plays in, with accounts for every community and grid. */
    static final String DEMO_STREET = "370102009";

    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六"};

    /** A street with the position its communities gather around. */
    record Street(String code, String zh, String en, double longitude, double latitude, List<Community> communities) {}

    /** A community; the code is the street's and three digits. */
    record Community(String zh, String en) {}

    /** Corners of the district's outline, invented, longitude before latitude. */
    static final double[][] OUTLINE = {
        {117.008, 36.664}, {117.012, 36.652}, {117.020, 36.640}, {117.034, 36.632}, {117.050, 36.634},
        {117.068, 36.636}, {117.084, 36.626}, {117.098, 36.612}, {117.118, 36.606}, {117.140, 36.612},
        {117.151, 36.628}, {117.149, 36.648}, {117.156, 36.664}, {117.158, 36.682}, {117.148, 36.692},
        {117.128, 36.688}, {117.105, 36.690}, {117.082, 36.686}, {117.060, 36.683}, {117.040, 36.686},
        {117.022, 36.684}, {117.012, 36.676}, {117.008, 36.664}
    };

    private SampleNames() {}

    /** 一 to 六 for 1 to 6. */
    static String numeral(int number) {
        return NUMERALS[number - 1];
    }

    static List<Street> streets() {
        return List.of(
                street(
                        "001",
                        "解放路",
                        "Jiefang Road",
                        117.0455,
                        36.6685,
                        "历东 Lidong",
                        "青石 Qingshi",
                        "后岗 Hougang",
                        "建安 Jian'an"),
                street(
                        "002",
                        "千佛山",
                        "Qianfoshan",
                        117.0320,
                        36.6440,
                        "棋山 Qishan",
                        "慧云 Huiyun",
                        "文岭 Wenling",
                        "松亭 Songting",
                        "南坡 Nanpo"),
                street(
                        "003",
                        "趵突泉",
                        "Baotu Spring",
                        117.0170,
                        36.6570,
                        "泉畔 Quanpan",
                        "饮马 Yinma",
                        "南券 Nanquan",
                        "西圩 Xiwei"),
                street("004", "泉城路", "Quancheng Road", 117.0250, 36.6670, "珠泉 Zhuquan", "芙蓉里 Furongli", "县前 Xianqian"),
                street(
                        "005",
                        "大明湖",
                        "Daming Lake",
                        117.0210,
                        36.6775,
                        "湖滨里 Hubinli",
                        "汇波里 Huiboli",
                        "鹊桥 Queqiao",
                        "学前 Xueqian"),
                street(
                        "006",
                        "东关",
                        "Dongguan",
                        117.0420,
                        36.6780,
                        "东舍 Dongshe",
                        "长春里 Changchunli",
                        "花园北 Huayuan North",
                        "祝家 Zhujia",
                        "山水 Shanshui"),
                street(
                        "007",
                        "文东",
                        "Wendong",
                        117.0460,
                        36.6560,
                        "和苑 Heyuan",
                        "文启 Wenqi",
                        "燕文 Yanwen",
                        "师东 Shidong",
                        "科院里 Keyuanli"),
                street("008", "建新", "Jianxin", 117.0620, 36.6730, "益新 Yixin", "建北 Jianbei", "建南 Jiannan", "中和 Zhonghe"),
                street(
                        "009",
                        "甸柳",
                        "Dianliu",
                        117.0730,
                        36.6610,
                        "甸新 Dianxin",
                        "柳行里 Liuhangli",
                        "柳荫 Liuyin",
                        "甸东 Diandong",
                        "甸南 Diannan"),
                street(
                        "010",
                        "燕山",
                        "Yanshan",
                        117.0620,
                        36.6470,
                        "燕翔 Yanxiang",
                        "和顺 Heshun",
                        "窑前 Yaoqian",
                        "科苑 Keyuan",
                        "燕南 Yannan"),
                street(
                        "011",
                        "姚家",
                        "Yaojia",
                        117.1000,
                        36.6680,
                        "姚东 Yaodong",
                        "荆山里 Jingshanli",
                        "环山 Huanshan",
                        "百合 Baihe",
                        "浆水 Jiangshui",
                        "中林 Zhonglin"),
                street(
                        "012",
                        "龙洞",
                        "Longdong",
                        117.1120,
                        36.6300,
                        "龙泉 Longquan",
                        "孟家 Mengjia",
                        "转山里 Zhuanshanli",
                        "佛峪 Foyu",
                        "石河 Shihe"),
                street(
                        "013",
                        "智远",
                        "Zhiyuan",
                        117.1360,
                        36.6700,
                        "智新 Zhixin",
                        "远景 Yuanjing",
                        "奥东 Aodong",
                        "舜风 Shunfeng",
                        "盛岭 Shengling"));
    }

    private static Street street(
            String number, String zh, String en, double longitude, double latitude, String... communities) {
        List<Community> named = List.of(communities).stream()
                .map(name -> new Community(
                        name.substring(0, name.indexOf(' ')) + "社区",
                        name.substring(name.indexOf(' ') + 1) + " Community"))
                .toList();
        return new Street(DISTRICT + number, zh + "街道", en + " Street Office", longitude, latitude, named);
    }
}
